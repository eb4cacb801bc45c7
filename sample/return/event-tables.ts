import {addDays, ageOn, type Day} from '../../domain/calendar.ts'
import {type Collection, dateOf, isShortBreak, leftBy, startOf} from './collection.ts'
import {named, type Rows, randomOf} from './core-tables.ts'
import type {History} from './history.ts'

interface Span {
  readonly from: Day
  readonly until: Day | null
}

/** Spans that touch the year, those that ended after it with no end yet. */
const inYear = <One extends Span>(spans: readonly One[], {from, to}: Collection): readonly One[] =>
  spans
    .filter(span => span.from <= to && (span.until === null || span.until >= from))
    .map(span => ({...span, until: span.until !== null && span.until <= to ? span.until : null}))

const adoptiveSpan = ({episodes}: History): Span | null => {
  const placed = episodes.find(({place}) => place.startsWith('A'))
  return placed ? {from: placed.from, until: episodes.at(-1)!.until} : null
}

/** Placements for adoption; none has broken down. */
export const placedForAdoptionRows = (
  histories: readonly History[],
  collection: Collection,
): Rows<'PlacedAdoption'> =>
  histories.flatMap(history => {
    const span = adoptiveSpan(history)
    return (span ? inYear([span], collection) : []).map(({from}) => ({
      ...named(history),
      DATE_PLACED: dateOf(from),
      DATE_PLACED_CEASED: '',
      REASON_PLACED_CEASED: '',
    }))
  })

/** Adopted in the year. */
export const adoptionRows = (histories: readonly History[], collection: Collection): Rows<'AD1'> =>
  histories.flatMap(history => {
    const span = adoptiveSpan(history)
    const left = leftBy(history, collection)
    if (!span || left === null || left < collection.from) return []
    const random = randomOf(history, 'ad1')
    const couple = random.chance(0.8)
    return [
      {
        ...named(history),
        DATE_INT: dateOf(addDays(span.from, -random.integer(60, 110))),
        DATE_MATCH: dateOf(addDays(span.from, -random.integer(10, 40))),
        FOSTER_CARE: '0',
        NB_ADOPTR: couple ? '2' : '1',
        SEX_ADOPTR: random.pick(couple ? ['MF', 'MF', 'MF', 'MM', 'FF'] : ['F1', 'F1', 'M1']),
        LS_ADOPTR: random.pick(couple ? ['L11', 'L11', 'L12', 'L3'] : ['L0']),
      },
    ]
  })

/** Of those who came into care in the year. */
export const previousPermanenceRows = (
  histories: readonly History[],
  {from, to}: Collection,
): Rows<'PrevPerm'> =>
  histories
    .filter(history => !isShortBreak(history) && startOf(history) >= from && startOf(history) <= to)
    .map(history => {
      const random = randomOf(history, 'permanence')
      const isBaby = ageOn(history.dob, startOf(history)) < 2
      const code = isBaby ? 'Z1' : random.byWeight({Z1: 95, P1: 1, P2: 3, P3: 1})
      const wasBorn = Number(history.dob.slice(0, 4))
      const then = Number(startOf(history).slice(0, 4))
      return {
        ...named(history),
        PREV_PERM: code,
        LA_PERM: '',
        DATE_PERM: code === 'Z1' ? '' : `zz/zz/${random.integer(wasBorn, then)}`,
      }
    })

const MISSING_FROM_AGE = 11
/** Of those who are old enough, so many go missing; they do so again and again. */
const MISSING_SHARE = 0.22

export const missingRows = (histories: readonly History[], collection: Collection): Rows<'Missing'> =>
  histories.flatMap(history => {
    const random = randomOf(history, 'missing')
    if (isShortBreak(history) || !random.chance(MISSING_SHARE)) return []
    const end = history.episodes.at(-1)!.until
    const spans: (Span & {readonly code: string})[] = []
    // Drawn from the first day on, so that each year's return tells the same.
    for (let from = addDays(startOf(history), random.integer(5, 200)); from < (end ?? collection.to); ) {
      const back = addDays(from, random.integer(1, 4))
      const until = end !== null && back > end ? end : back
      const code = random.byWeight({M: 80, A: 20})
      if (ageOn(history.dob, from) >= MISSING_FROM_AGE) spans.push({from, until, code})
      from = addDays(back, random.integer(20, 260))
    }
    return inYear(spans, collection).map(({from, until, code}) => ({
      ...named(history),
      MISSING: code,
      MIS_START: dateOf(from),
      MIS_END: dateOf(until),
    }))
  })

const WORKERS = 140

/** One worker after another for as long as care lasts. */
export const workerRows = (histories: readonly History[], collection: Collection): Rows<'SWEpisodes'> =>
  histories.flatMap(history => {
    if (isShortBreak(history)) return []
    const random = randomOf(history, 'worker')
    const end = leftBy(history, collection)
    const last = end ?? collection.to
    const rows: Rows<'SWEpisodes'>[number][] = []
    for (let from = startOf(history), reason = 'FCONTA'; from <= last; ) {
      const worker = `SW${100 + random.integer(1, WORKERS)}`
      const next = addDays(from, random.integer(90, 700))
      const until = next <= last ? next : end
      if (until === null || until >= collection.from)
        rows.push({
          ...named(history),
          SW_ID: worker,
          SW_DECOM: dateOf(from),
          SW_DEC: dateOf(until),
          SW_REASON: reason,
        })
      from = next
      reason = random.byWeight({LEFTRL: 44, ORGRST: 10, TSPROC: 24, ABSENC: 8, MANAGE: 8, OTHERS: 6})
    }
    return rows
  })

const DEPRIVED_SHARE = 0.25

/** Orders that deprive a few children in children's homes of their liberty, for some weeks while they live there. */
export const deprivationRows = (histories: readonly History[], collection: Collection): Rows<'DoLo'> =>
  histories.flatMap(history => {
    const home = history.episodes.findLast(({place}) => place === 'K2')
    const random = randomOf(history, 'deprivation')
    if (!home || !random.chance(DEPRIVED_SHARE)) return []
    const from = addDays(home.from, random.integer(1, 60))
    const until = addDays(from, random.integer(28, 90))
    if (home.until !== null && until >= home.until) return []
    return inYear([{from, until}], collection).map(span => ({
      ...named(history),
      DOLO_START: dateOf(span.from),
      DOLO_END: dateOf(span.until),
    }))
  })
