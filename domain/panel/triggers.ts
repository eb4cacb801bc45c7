import {addDays, type Day, dayInWords, dayNumber} from '../calendar.ts'
import {lastUplift, runsOn} from './costs.ts'
import {type Decision, lastSettled} from './decision.ts'
import {type ChildFacts, costOf, movesOf, type PlacementToReview, runsOnDay} from './facts.ts'
import {type PanelInForce, TRIGGERS, type TriggerName, type TriggerSettings} from './policy.ts'
import {pounds} from './words.ts'

/** A trigger that holds, and why. */
export interface Held {
  readonly trigger: TriggerName
  readonly words: string
}

interface At {
  readonly facts: ChildFacts
  readonly placement: PlacementToReview
  readonly decisions: readonly Decision[]
  readonly day: Day
}

type InForce = Pick<PanelInForce, 'triggers' | 'adjoiningAuthorities'>
type Trigger<Name extends TriggerName> = (
  at: At,
  settings: TriggerSettings[Name],
  inForce: InForce,
) => string | null

/** SI 2010/959 reg 11 leaves out connected persons, parents and the authority's own carers. */
const isOutOfArea = ({facts, placement: {authorityId, code}}: At): boolean =>
  authorityId !== facts.authorityId &&
  code.provider !== 'PR1' &&
  !['U1', 'U2', 'U3', 'P1'].includes(code.place)

export const isUnregistered = (
  {householdId, setting, code}: PlacementToReview,
  {places}: TriggerSettings['unregistered'],
): boolean => householdId === null && setting !== null && setting.urn === null && places.includes(code.place)

/** When each holds for a placement that runs on the day, in words; null: it does not. docs/panel.md defines them. */
const HOLDS: {readonly [Name in TriggerName]: Trigger<Name>} = {
  unregistered: ({placement}, settings) =>
    isUnregistered(placement, settings) ? `no registration is recorded (${placement.code.place})` : null,
  emergency: ({facts, placement: {id, from}, decisions, day}) =>
    facts.emergencies.has(id) && lastSettled(decisions, from, day) === null
      ? `an emergency of ${dayInWords(from)}, to be ratified`
      : null,
  'weekly-cost': ({facts, placement, day}, {fromPenceAWeek}) => {
    const pence = costOf(facts, placement, day)
    return pence !== null && pence >= fromPenceAWeek ? `${pounds(pence)} a week` : null
  },
  'new-external': ({placement: {from, code}, decisions, day}, {days}) =>
    (code.provider === 'PR4' || code.provider === 'PR5') &&
    day < addDays(from, days) &&
    lastSettled(decisions, from, day) === null
      ? `new with an external provider since ${dayInWords(from)}`
      : null,
  uplift: ({facts, placement, decisions, day}, {days, fromPenceAWeek}) => {
    const on = lastUplift(placement, facts.costs.get(placement.id), day, fromPenceAWeek)
    if (on === null || day >= addDays(on, days) || lastSettled(decisions, on, day) !== null) return null
    return `the cost rose on ${dayInWords(on)}`
  },
  'contract-ending': ({facts, placement, day}, {days}) => {
    const endsOn = facts.costs.get(placement.id)?.contractEndsOn ?? null
    if (endsOn === null || endsOn > addDays(day, days)) return null
    return `the contract ${endsOn < day ? 'ended' : 'ends'} on ${dayInWords(endsOn)}`
  },
  moves: ({facts, day}, {atLeast, days}) => {
    const moves = movesOf(facts).filter(on => on <= day && on > addDays(day, -days)).length
    return moves >= atLeast ? `${moves} moves in ${days} days` : null
  },
  'out-of-area': (at, {days, forDays, adjoining}, {adjoiningAuthorities}) => {
    const {placement, decisions, day} = at
    const adjoins = adjoiningAuthorities.includes(placement.authorityId)
    if (!isOutOfArea(at) || (adjoins && !adjoining)) return null
    const since = lastSettled(decisions, placement.from, day) ?? placement.from
    const nights = dayNumber(day) - dayNumber(since)
    if (nights < days || nights % days >= forDays) return null
    const where = adjoins ? 'in an area that adjoins ours' : 'beyond the areas that adjoin ours'
    return `${where}, to be reviewed: no decision since ${dayInWords(since)}`
  },
  'add-ons': ({facts, placement, day}, {fromPenceAWeek}) => {
    const components = facts.costs.get(placement.id)?.components ?? []
    const addOns = components.filter(
      each => each.kind === 'add-on' && each.penceAWeek >= fromPenceAWeek && runsOn(each, day),
    )
    return addOns.length > 0 ? `add-ons: ${addOns.map(({label}) => label).join(', ')}` : null
  },
}

/** Every trigger that is switched on and holds for a placement on a day on which it runs, in the panel's order. */
export function triggersOn(at: At, inForce: InForce): readonly Held[] {
  if (!runsOnDay(at.placement, at.day)) return []
  return TRIGGERS.flatMap(trigger => heldBy(trigger, at, inForce) ?? [])
}

function heldBy<Name extends TriggerName>(trigger: Name, at: At, inForce: InForce): Held | null {
  const settings: TriggerSettings[Name] = inForce.triggers[trigger]
  if (!settings.on) return null
  const words = HOLDS[trigger](at, settings, inForce)
  return words === null ? null : {trigger, words}
}
