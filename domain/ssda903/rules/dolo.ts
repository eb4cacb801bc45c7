import type {ChildView} from '../child-view.ts'
import type {Dolo} from '../dolo.ts'
import type {Episode} from '../episode.ts'
import {returnDay} from '../return-day.ts'
import type {Rule} from '../rule.ts'

const isOverlap = (dolo: Dolo, {decom, dec}: Episode) =>
  !Number.isNaN(dolo.start) && dolo.end >= decom && !(dolo.start > dec)

const isExpected = (place: string | null) => place === 'K2' || place === 'Z12' || place === 'Z13'

const isImpossible = (place: string | null) =>
  place === 'K1' || place === 'P1' || place === 'R5' || place === 'K3'

type Where = (place: string | null) => boolean

/** The orders and the episodes in such placements that overlap each other. */
const overlapIn = (isSuch: Where): Rule['broken'] => ({
  DoLo: (dolo, {isNamed, episodes}) =>
    isNamed && episodes.some(episode => isSuch(episode.place) && isOverlap(dolo, episode)),
  Episodes: (episode, {isNamed, dolos}) =>
    isNamed && dolos.length > 0 && isSuch(episode.place) && dolos.some(dolo => isOverlap(dolo, episode)),
})

/** An order that has ended did so in care; one that has not started in a period of care that has not ended either. */
const isWithin = ({start, end}: Dolo, from: number, to: number) =>
  Number.isNaN(end) ? Number.isNaN(to) && !(start < from) : end >= from && !(end > to)

/** Whether one of the child's periods of care (episodes without a gap) holds the order. */
function isInCare(dolo: Dolo, ordered: readonly Episode[]): boolean {
  let from = Number.NaN
  let to = Number.NaN
  for (const {decom, dec, previous} of ordered) {
    if (previous === null) from = decom
    else if (decom > to) {
      if (isWithin(dolo, from, to)) return true
      from = decom
    }
    to = dec
  }
  return isWithin(dolo, from, to)
}

const isOutOfCare = (dolo: Dolo, {ordered}: ChildView) =>
  ordered.length > 0 && (dolo.source.values.DOLO_START ?? null) !== null && !isInCare(dolo, ordered)

export const DOLO_RULES: readonly Rule[] = [
  {
    rule: '700',
    severity: 'W',
    since: 2027,
    words: 'The start of the order is blank or no date that exists',
    reads: ['DOLO_START'],
    broken: {DoLo: ({start}) => Number.isNaN(start)},
  },
  {
    rule: '701',
    severity: 'W',
    since: 2027,
    words: 'The end of the order is no date that exists',
    reads: ['DOLO_END'],
    broken: {DoLo: ({ended, end}) => ended !== null && Number.isNaN(end)},
  },
  {
    rule: '702',
    severity: 'W',
    since: 2027,
    words: 'The order does not end after it starts',
    reads: ['DOLO_START', 'DOLO_END'],
    broken: {DoLo: ({start, end}) => end <= start},
  },
  {
    rule: '703',
    severity: 'W',
    since: 2027,
    words: 'The order starts after the end of the collection year',
    reads: ['DOLO_START'],
    broken: {DoLo: ({start}, {collectionEnd}) => start > collectionEnd},
  },
  {
    rule: '704',
    severity: 'W',
    since: 2027,
    words: 'The order ends outside the collection year',
    reads: ['DOLO_END'],
    broken: {DoLo: ({end}, {collectionStart, collectionEnd}) => end < collectionStart || end > collectionEnd},
  },
  {
    rule: '705',
    severity: 'W',
    since: 2027,
    words: 'The order starts before the previous one has ended',
    reads: ['DOLO_START', 'DOLO_END'],
    broken: {
      DoLo: ({start, previous}) => previous !== null && (Number.isNaN(previous.end) || start < previous.end),
    },
  },
  {
    rule: '706',
    severity: 'W',
    since: 2027,
    words: "The order was open when last year ended, and this year's return has none from its start",
    reads: ['DOLO_START', 'DOLO_END'],
    broken: {},
    brokenLastYear: {
      DoLo: ({start, ended}, {dolos, hasDolos}) =>
        hasDolos && ended === null && !Number.isNaN(start) && !dolos.some(now => now.start === start),
    },
  },
  {
    rule: '707',
    severity: 'W',
    since: 2027,
    words: 'The order does not end in care, or is open though care has ended',
    reads: ['DOLO_START', 'DOLO_END'],
    broken: {DoLo: isOutOfCare},
  },
  {
    rule: '708',
    severity: 'W',
    since: 2027,
    words: 'The order does not start after the child was born',
    reads: ['DOLO_START', 'DOB'],
    broken: {DoLo: ({start, source}) => start <= returnDay(source.values.DOB)},
  },
  {
    rule: '709',
    severity: 'W',
    since: 2027,
    words: 'While an order runs a child is expected in K2, Z12 or Z13',
    reads: ['DOLO_START', 'DOLO_END', 'DECOM', 'DEC', 'PLACE'],
    broken: overlapIn(place => !isExpected(place)),
  },
  {
    rule: '710',
    severity: 'W',
    since: 2027,
    words: 'While an order runs a child is not in K1, P1, R5 or K3',
    reads: ['DOLO_START', 'DOLO_END', 'DECOM', 'DEC', 'PLACE'],
    broken: overlapIn(isImpossible),
  },
]
