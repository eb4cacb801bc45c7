import {addDays} from '../../../domain/calendar.ts'
import type {Facts} from '../../../domain/sufficiency/facts.ts'
import type {ChildHistory, Episode} from '../../../domain/sufficiency/history.ts'
import type {Moment} from './worlds.ts'

/*
 * The plainest account of the figures about children: step by step as the guidance tells them, on lists and days as
 * text, with no thought of speed.
 */

type Numbers = readonly [numerator: number, denominator: number | null, unknown: number]

const FOREVER = '9999-12-31'
const end = ({until}: {readonly until: string | null}) => until ?? FOREVER

interface Spell {
  readonly period: number
  readonly episodes: readonly Episode[]
}
const first = ({episodes}: Spell) => episodes[0]!
const last = ({episodes}: Spell) => episodes.at(-1)!

const inCare = ({episodes}: ChildHistory) =>
  episodes.filter(({legalStatus}) => !['V3', 'V4'].includes(`${legalStatus}`))

/** Unbroken periods of care. */
function periodsOf(history: ChildHistory): readonly (readonly Episode[])[] {
  const periods: Episode[][] = []
  for (const episode of inCare(history)) {
    const period = periods.at(-1)
    if (period === undefined || episode.began === 'S' || end(period.at(-1)!) !== episode.from)
      periods.push([episode])
    else period.push(episode)
  }
  return periods
}

const samePostcode = (a: Episode, b: Episode) => a.placementPostcode === b.placementPostcode
const mayBeSamePostcode = (a: Episode, b: Episode) =>
  a.placementPostcode === null || b.placementPostcode === null || samePostcode(a, b)

/** By S, P and B; then without temporary moves; then with the returns from them, and adoptions by the carer, merged. */
function spellsOf(history: ChildHistory): readonly Spell[] {
  return periodsOf(history).flatMap((episodes, period) => {
    const begun: Episode[][] = []
    for (const episode of episodes)
      if (begun.length === 0 || 'SPB'.includes(episode.began)) begun.push([episode])
      else begun.at(-1)!.push(episode)
    const isAway = (spell: readonly Episode[]) => spell[0]!.place.startsWith('T')
    const merged: Episode[][] = []
    for (const [i, spell] of begun.entries()) {
      if (isAway(spell)) continue
      const before = merged.at(-1)
      const [was, is] = [before?.at(-1), spell[0]!]
      const returns =
        was !== undefined && i > 0 && isAway(begun[i - 1]!) && was.place === is.place && samePostcode(was, is)
      const isAdopted =
        was !== undefined && /^U/.test(was.place) && /^A[35]/.test(is.place) && mayBeSamePostcode(was, is)
      if (returns || isAdopted) before!.push(...spell)
      else merged.push([...spell])
    }
    return merged.map(episodes => ({period, episodes}))
  })
}

function childAt(history: ChildHistory, {asAt, yearFrom, twoYearsAgo}: Moment) {
  const periods = periodsOf(history)
  const period = periods.findIndex(episodes => episodes.some(e => e.from <= asAt && end(e) > asAt))
  if (period < 0) return null
  const begun = periods[period]!.filter(({from}) => from <= asAt)
  const open = begun.at(-1)!
  const home = begun.findLast(({place}) => !place.startsWith('T')) ?? open
  const spells = spellsOf(history).filter(spell => first(spell).from <= asAt)
  const here = spells.filter(spell => spell.period === period)
  const since = (day: string) => spells.filter(spell => end(last(spell)) > day).length
  return {
    history,
    home,
    careFrom: begun[0]!.from,
    here: here.map(spell => first(spell).from),
    inYear: since(yearFrom),
    inTwoYears: since(twoYearsAgo),
  }
}
type Child = NonNullable<ReturnType<typeof childAt>>

/** true, false or not known. */
type Known = boolean | null

const share = (children: readonly Child[], is: (child: Child) => Known): Numbers => [
  children.filter(child => is(child) === true).length,
  children.length,
  children.filter(child => is(child) === null).length,
]

const placed =
  (pattern: RegExp, providers?: RegExp) =>
  ({home: {place, provider}}: Child): Known =>
    pattern.test(place) &&
    (providers === undefined ? true : provider === null ? null : providers.test(provider))

const miles = ({home: {distanceMiles}}: Child) => (distanceMiles === 999.9 ? null : distanceMiles)
const over20 = (child: Child): Known => {
  const distance = miles(child)
  return distance === null ? null : distance > 20
}

export function plainFigures(
  histories: readonly ChildHistory[],
  moment: Moment,
  authorityId: string,
): Readonly<Record<string, Numbers>> {
  const {asAt, yearFrom, aYearAgo, twoYearsAgo, thirtyMonthsAgo, turned4, turned16, turned17} = moment
  const children = histories.flatMap(history => childAt(history, moment) ?? [])
  const fostered = children.filter(placed(/^U/))
  const of = (is: (child: Child) => Known) => share(children, is)
  const inside = ({home: {placementAuthority}}: Child): Known =>
    placementAuthority === null ? null : placementAuthority === authorityId
  const long = children.filter(({history, careFrom}) => history.dob > turned16 && careFrom <= thirtyMonthsAgo)
  const scores = histories.flatMap(({sdq}) => sdq.map(({year}) => year))
  const sdqYear = Math.max(...scores.filter(year => `${year}-03-31` <= asAt))
  const asked = children
    .filter(({history: {dob}, careFrom}) => dob > turned17 && dob <= turned4 && careFrom <= aYearAgo)
    .map(({history: {sdq}}) => sdq.find(({year}) => year === sdqYear)?.score ?? null)
  const known = asked.filter(score => score !== null)
  const counted = (those: readonly unknown[]): Numbers => [those.length, null, 0]
  const inYear = (day: string | null) => day !== null && day >= yearFrom && day <= asAt
  return {
    'children-looked-after': counted(children),
    uasc: of(({history: {uasc, uascUntil}}) => uasc && (uascUntil === null || uascUntil > asAt)),
    'starts-in-year': counted(histories.filter(h => inCare(h).some(e => e.began === 'S' && inYear(e.from)))),
    'ceased-in-year': counted(
      histories.filter(h => inCare(h).some(e => e.ceased !== null && e.ceased !== 'X1' && inYear(e.until))),
    ),
    foster: of(placed(/^U/)),
    'kinship-foster': of(placed(/^U[123]/)),
    'in-house-foster': of(placed(/^U[456]/, /1/)),
    'ifa-foster': of(placed(/^U[456]/, /[45]/)),
    'other-authority-foster': of(placed(/^U[456]/, /[23]/)),
    'own-provision-foster': of(placed(/^U/, /1/)),
    'all-ifa-foster': of(placed(/^U/, /[45]/)),
    'in-house-of-foster': share(fostered, placed(/^U/, /1/)),
    'ifa-of-foster': share(fostered, placed(/^U/, /[45]/)),
    'in-house-foster-regional': of(placed(/^U[456]/, /[123]/)),
    'childrens-homes': of(placed(/^K[12]/)),
    secure: of(placed(/^K1/)),
    residential: of(placed(/^(K2|R1|P3|S1)/)),
    'residential-in-house': of(placed(/^(K2|R1|P3|S1)/, /[123]/)),
    'residential-external': of(placed(/^(K2|R1|P3|S1)/, /[45]/)),
    supported: of(placed(/^(K3|H5|P2)/)),
    'with-parents': of(placed(/^P1/)),
    'placed-for-adoption': of(placed(/^A/)),
    'other-placements': of(placed(/^(P3|Z|T)/)),
    'inside-authority': of(inside),
    'over-20-miles': of(over20),
    'within-20-miles': of(child => {
      const over = over20(child)
      return over === null ? null : !over
    }),
    'over-20-miles-outside': of(child => {
      const both = [over20(child), inside(child) === null ? null : !inside(child)]
      return both.includes(false) ? false : both.includes(null) ? null : true
    }),
    'distance-unknown': of(child => miles(child) === null),
    'three-or-more-placements': of(({inYear}) => inYear >= 3),
    'placement-change': of(({inYear}) => inYear >= 2),
    'three-or-more-placements-in-two-years': share(
      children.filter(({careFrom}) => careFrom <= twoYearsAgo),
      ({inTwoYears}) => inTwoYears >= 3,
    ),
    'sdq-mean': [known.reduce((sum, score) => sum + score, 0), known.length, asked.length - known.length],
    'sdq-concern': [known.filter(score => score > 16).length, known.length, 0],
    'long-term-stability': share(long, ({home, here}) => {
      const spell = home.place.startsWith('A') ? (here.at(-2) ?? here.at(-1)) : here.at(-1)
      return spell !== undefined && spell <= twoYearsAgo
    }),
  }
}

/** What nights of the year in such places cost, each night by itself. */
export function plainSpend(
  {histories, costs}: Pick<Facts, 'histories' | 'costs'>,
  moment: Moment,
  places: RegExp,
): {readonly pence: number; readonly unknown: number} {
  let [pence, unknown] = [0, 0]
  for (const history of histories) {
    const nights: (readonly number[])[] = []
    for (let day = moment.yearFrom; day <= moment.asAt; day = addDays(day, 1)) {
      const place = childAt(history, {...moment, asAt: day})?.home.place
      if (place === undefined || !places.test(place)) continue
      const paid = costs.filter(cost => cost.reference === history.reference)
      nights.push(
        paid.filter(cost => cost.from <= day && end(cost) > day).map(({weeklyPence}) => weeklyPence),
      )
    }
    if (nights.some(paid => paid.length === 0)) unknown += 1
    else pence += Math.round(nights.flat().reduce((sum, each) => sum + each, 0) / 7)
  }
  return {pence, unknown}
}
