import type {Day} from '../../../domain/calendar.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import type {Facts} from '../../../domain/sufficiency/facts.ts'
import type {ChildHistory, Episode} from '../../../domain/sufficiency/history.ts'
import type {Indicator} from '../../../domain/sufficiency/indicator.ts'
import {indicatorsAt, membersOf} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {LEWISHAM} from '../../support/matching.ts'

/** 31 March 2025, the end of the year 2024-25. */
export const CENSUS_DAY = '2025-03-31'

type EpisodeFacts = Partial<Episode> & {readonly from: Day}

/** An open episode with an in-house carer in the borough, four miles from home, unless said otherwise. */
export const anEpisode = (facts: EpisodeFacts): Episode => ({
  until: null,
  began: 'P',
  legalStatus: 'C2',
  need: 'N1',
  place: 'U6',
  provider: 'PR1',
  ceased: null,
  reasonForChange: null,
  homePostcode: 'SE6 4RU',
  placementPostcode: 'SE13 5AB',
  urn: null,
  householdId: null,
  placementAuthority: LEWISHAM,
  distanceMiles: 4,
  source: 'return',
  ...facts,
})

/** Episodes one after another: each but the last ends, with X1, when the next begins; the first began with S. */
export const inARow = (...episodes: readonly EpisodeFacts[]): readonly Episode[] =>
  episodes.map((facts, i) => {
    const next = episodes[i + 1]
    return anEpisode({
      ...(i === 0 ? {began: 'S'} : {}),
      ...(next === undefined ? {} : {until: next.from, ceased: 'X1'}),
      ...facts,
    })
  })

let made = 0
function aReference(): string {
  made += 1
  return `CH${String(made).padStart(5, '0')}`
}

/** A girl of ten in 2025, looked after since June 2024 unless said otherwise. */
export const aHistory = (facts: Partial<ChildHistory> = {}): ChildHistory => ({
  reference: aReference(),
  dob: '2015-01-15',
  sex: 'F',
  ethnicity: 'BCRB',
  uasc: false,
  uascUntil: null,
  siblingGroupId: null,
  sdq: [],
  episodes: [anEpisode({from: '2024-06-01', began: 'S'})],
  ...facts,
})

/** So many children, each with one such episode since June 2024. */
export const children = (count: number, facts: Partial<Episode> = {}): readonly ChildHistory[] =>
  Array.from({length: count}, () =>
    aHistory({episodes: [anEpisode({from: '2024-06-01', began: 'S', ...facts})]}),
  )

export const factsOf = (facts: Partial<Facts> = {}): Facts => ({
  authorityId: LEWISHAM as AuthorityId,
  population: {count: 62_052, source: 'ONS mid-year estimate 2024', on: '2024-06-30'},
  histories: [],
  homes: [],
  referrals: [],
  costs: [],
  highCostPenceAWeek: 1_000_000,
  sdqAges: {from: 4, to: 16},
  apartByPlan: [],
  ...facts,
})

export const figure = (id: string, facts: Partial<Facts>, asAt: Day = CENSUS_DAY): Indicator => {
  const found = indicatorsAt(prepare(factsOf(facts)), asAt).find(indicator => indicator.id === id)
  if (found === undefined) throw new Error(`no indicator ${id}`)
  return found
}

/** `[numerator, denominator, unknown]` */
export const numbers = (id: string, facts: Partial<Facts>, asAt?: Day) => {
  const {numerator, denominator, unknown} = figure(id, facts, asAt)
  return [numerator, denominator, unknown]
}

export const rows = (id: string, facts: Partial<Facts>, asAt: Day = CENSUS_DAY) =>
  membersOf(id, prepare(factsOf(facts)), asAt) ?? []
