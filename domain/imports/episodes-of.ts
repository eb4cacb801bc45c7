import {type Day, isDay} from '../calendar.ts'
import {LEGAL_STATUSES, SEXES, type Sex} from '../child/child.ts'
import {ETHNICITIES, type EthnicityCode} from '../child/ethnicity.ts'
import {
  PLACE_CODES,
  PROVIDER_CODES,
  REASONS_EPISODE_CEASED,
  REASONS_FOR_PLACE_CHANGE,
} from '../placement/codes.ts'
import {derive, type PostcodeFacts} from '../ssda903/derive.ts'
import {dayOfReturn} from '../ssda903/return-day.ts'
import type {ChildReturn, Row} from '../ssda903/tables.ts'
import {type ChildHistory, type Episode, NEED_CODES, type SdqScore} from '../sufficiency/history.ts'

/** What one year's return holds of a child. */
export interface YearOfChild {
  readonly year: number
  readonly returned: ChildReturn
}

export interface WhereFrom {
  /** ONS code of the responsible authority. */
  readonly authorityId: string
  readonly areaOf: (postcode: string) => PostcodeFacts | null
}

/**
 * The episodes of all years as one line of time. An episode stands in every return in whose year it was open; the newest
 * return has the last word on it, and on the nights that an older one says otherwise of.
 */
export function episodesOf(years: readonly YearOfChild[], where: WhereFrom): readonly Episode[] {
  const newestFirst = years.toSorted((a, b) => b.year - a.year)
  const byFirstDay = new Map<Day, Episode>()
  for (const {returned, year} of newestFirst) {
    const lastYear = newestFirst.find(each => each.year === year - 1)?.returned ?? null
    for (const row of derive(returned, {...where, lastYear}).tables.Episodes ?? []) {
      const episode = episodeOf(row)
      if (episode !== null && !byFirstDay.has(episode.from)) byFirstDay.set(episode.from, episode)
    }
  }
  const inOrder = [...byFirstDay.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.map((episode, n) => endedBy(episode, inOrder[n + 1]))
}

/** No night is in two episodes: the one that began later has it. */
function endedBy(episode: Episode, next: Episode | undefined): Episode {
  if (next === undefined || (episode.until !== null && episode.until <= next.from)) return episode
  return {...episode, until: next.from, ceased: 'X1'}
}

const isOneOf = <Code extends string>(
  codes: readonly Code[],
  text: string | null | undefined,
): text is Code => text !== null && text !== undefined && (codes as readonly string[]).includes(text)

const oneOf = <Code extends string>(codes: readonly Code[], text: string | null | undefined): Code | null =>
  isOneOf(codes, text) ? text : null

const BEGAN = ['S', 'P', 'T', 'L', 'B', 'U'] as const
const CEASED = Object.keys(REASONS_EPISODE_CEASED) as (keyof typeof REASONS_EPISODE_CEASED)[]
const REASONS = Object.keys(REASONS_FOR_PLACE_CHANGE) as (keyof typeof REASONS_FOR_PLACE_CHANGE)[]
const ETHNIC = Object.keys(ETHNICITIES) as EthnicityCode[]
/** Until 2023/24 the return had numbers. */
const SEX_BY_NUMBER: Readonly<Record<string, Sex>> = {'1': 'M', '2': 'F'}

/** null: a row that no rule let through, and that says too little to count. */
function episodeOf({values}: Row): Episode | null {
  const from = dayOfReturn(values.DECOM)
  const began = oneOf(BEGAN, values.RNE)
  const place = oneOf(PLACE_CODES, values.PLACE)
  if (from === null || began === null || place === null) return null
  return {
    from,
    until: dayOfReturn(values.DEC),
    began,
    legalStatus: oneOf(LEGAL_STATUSES, values.LS),
    need: oneOf(NEED_CODES, values.CIN),
    place,
    provider: oneOf(PROVIDER_CODES, values.PLACE_PROVIDER),
    ceased: oneOf(CEASED, values.REC),
    reasonForChange: oneOf(REASONS, values.REASON_PLACE_CHANGE),
    homePostcode: values.HOME_POST ?? null,
    placementPostcode: values.PL_POST ?? null,
    urn: values.URN ?? null,
    householdId: null,
    placementAuthority: values.PL_LA ?? null,
    distanceMiles: milesOf(values.PL_DISTANCE),
    source: 'return',
  }
}

/** 999.9 stands for a home outside England: not known. */
const milesOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined || text === '999.9' ? null : Number(text)

/** Who the child is, by the newest return that says so; null when none has a Header with a date of birth. */
export function personOf(
  reference: string,
  years: readonly YearOfChild[],
): Omit<ChildHistory, 'episodes'> | null {
  const newestFirst = years.toSorted((a, b) => b.year - a.year)
  const header = newestFirst.flatMap(({returned}) => returned.tables.Header ?? [])[0]?.values
  const dob = dayOfReturn(header?.DOB)
  if (header === undefined || dob === null || !isDay(dob)) return null
  const uasc = newestFirst.flatMap(({returned}) => returned.tables.UASC ?? [])[0]?.values
  return {
    reference,
    dob,
    sex: oneOf(SEXES, header.SEX) ?? SEX_BY_NUMBER[header.SEX ?? ''] ?? 'U',
    ethnicity: oneOf(ETHNIC, header.ETHNIC),
    uasc: uasc !== undefined,
    uascUntil: dayOfReturn(uasc?.DUC),
    siblingGroupId: null,
    sdq: years.flatMap(sdqOf),
  }
}

/** What the year's health table says of the child, if it has the child at all. */
function sdqOf({year, returned}: YearOfChild): readonly SdqScore[] {
  const row = returned.tables.OC2?.[0]
  return row === undefined ? [] : [{year, score: scoreOf(row.values.SDQ_SCORE)}]
}

/** null: blank, or no score of the questionnaire. */
const scoreOf = (text: string | null | undefined): number | null =>
  text && /^\d{1,2}$/.test(text) && Number(text) <= MOST_POINTS ? Number(text) : null

const MOST_POINTS = 40
