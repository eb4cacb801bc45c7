import {type Day, dayNumber} from '../calendar.ts'
import type {Placement} from '../placement/placement.ts'
import type {Episode} from './history.ts'
import {isTemporary} from './provision.ts'
import {isSamePostcode} from './same-home.ts'
import {type Spell, spellsOf} from './spells.ts'

/** One thing that the return and Hearth say differently of the same nights of one child. */
export interface Disagreement {
  readonly reference: string
  /** `looked-after`: only Hearth has the child somewhere. */
  readonly about: 'looked-after' | 'first-night' | 'end' | 'place' | 'provider' | 'location'
  /** Codes, days and postcodes as they stand; in words where there is none. */
  readonly returnSays: string
  readonly hearthSays: string
  /** The first night on which they differ. */
  readonly from: Day
}

const NO_END = '9999-12-31'

/** The first night on which the child no longer lives there; an expected end is none until somebody ends it. */
export const endOf = ({ended}: Placement): Day | null => ended?.on ?? null

/** Whether a placement and an episode are one under the same codes, as far as both are known. */
export const isSamePlacement = ({code, location}: Placement, episode: Episode): boolean =>
  code.place === episode.place &&
  mayBe(code.provider, episode.provider) &&
  mayBeAt(location.postcode, episode.placementPostcode)

const mayBe = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

const mayBeAt = (a: string | null, b: string | null): boolean =>
  a === null || b === null || isSamePostcode(a, b)

/** Where main placements differ from the return before a night; each is held against the placement of the return that it overlaps most. */
export function disagreementsOf(
  reference: string,
  imported: readonly Episode[],
  main: readonly Placement[],
  before: Day,
): readonly Disagreement[] {
  const spells = spellsOf(imported).map(spell => ({...spell, until: withTemporaryMoves(spell, imported)}))
  return main
    .filter(({from}) => from < before)
    .flatMap(placement => {
      const spell = mostOverlapping(spells, placement)
      const found = spell === null ? [onlyInHearth(placement)] : differences(spell, placement, before)
      return found.map(difference => ({reference, ...difference}))
    })
}

type Difference = Omit<Disagreement, 'reference'>

/** Hearth's main placement goes on while the child is away on a temporary move; so does the spell here. */
function withTemporaryMoves({until, last}: Spell, imported: readonly Episode[]): Day | null {
  let end = until
  for (const {from, until, place} of imported.slice(imported.indexOf(last) + 1)) {
    if (from !== end || !isTemporary(place)) break
    end = until
  }
  return end
}

function mostOverlapping(
  spells: readonly Pick<Spell, 'from' | 'until' | 'last'>[],
  placement: Placement,
): Pick<Spell, 'from' | 'until' | 'last'> | null {
  const nights = ({from, until}: {from: Day; until: Day | null}): number => {
    const first = from > placement.from ? from : placement.from
    const [end, other] = [until ?? NO_END, endOf(placement) ?? NO_END]
    return dayNumber(end < other ? end : other) - dayNumber(first)
  }
  const overlapping = spells.filter(spell => nights(spell) > 0).toSorted((a, b) => nights(b) - nights(a))
  return overlapping[0] ?? null
}

const onlyInHearth = (placement: Placement): Difference => ({
  about: 'looked-after',
  returnSays: 'not looked after',
  hearthSays: `${placement.code.place} from ${placement.from} to ${endOf(placement) ?? 'no known end'}`,
  from: placement.from,
})

function differences(
  {from, until, last}: Pick<Spell, 'from' | 'until' | 'last'>,
  placement: Placement,
  before: Day,
): readonly Difference[] {
  const {code, location} = placement
  const ends = {return: endBefore(until, before), hearth: endBefore(endOf(placement), before)}
  const both = from > placement.from ? from : placement.from
  const differ = (
    about: Difference['about'],
    returnSays: string | null,
    hearthSays: string | null,
    first: Day,
  ): readonly Difference[] =>
    returnSays === hearthSays
      ? []
      : [{about, returnSays: returnSays ?? 'none', hearthSays: hearthSays ?? 'none', from: first}]
  return [
    ...differ('first-night', from, placement.from, from < placement.from ? from : placement.from),
    ...differ('end', ends.return, ends.hearth, earlier(ends.return, ends.hearth)),
    ...differ('place', last.place, code.place, both),
    ...(mayBe(last.provider, code.provider) ? [] : differ('provider', last.provider, code.provider, both)),
    ...(mayBeAt(last.placementPostcode, location.postcode)
      ? []
      : differ('location', last.placementPostcode, location.postcode, both)),
  ]
}

/** The return says nothing of an end after the nights that it covers. */
const endBefore = (until: Day | null, before: Day): Day | null =>
  until === null || until >= before ? null : until

function earlier(a: Day | null, b: Day | null): Day {
  const [one, other] = [a ?? NO_END, b ?? NO_END]
  return one < other ? one : other
}
