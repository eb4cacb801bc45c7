import {isUnder} from '../age.ts'
import type {ChildView} from '../child-view.ts'
import type {Episode} from '../episode.ts'
import type {Rule} from '../rule.ts'

const isSamePlacement = (a: Episode, b: Episode) =>
  a.place === b.place && a.postcode === b.postcode && a.urn === b.urn && a.provider === b.provider

const changesPlacement = ({rne}: Episode) => rne === 'P' || rne === 'B' || rne === 'T' || rne === 'U'

/** The move is at the end of the episode that the reason stands on; its start, while no end is known. */
const isTooYoungForCustody = ({reason, dec, decom}: Episode, child: ChildView) =>
  reason === 'CUSTOD' && isUnder(10, Number.isNaN(dec) ? decom : dec, child)

export const CHANGE_RULES: readonly Rule[] = [
  {
    rule: '434',
    severity: 'W',
    words:
      'The episode is for a change of legal status alone (L): that has to change, and the placement may not',
    reads: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    previous: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    broken: {
      Episodes: e =>
        e.rne === 'L' && e.previous !== null && (e.ls === e.previous.ls || !isSamePlacement(e, e.previous)),
    },
  },
  {
    rule: '435',
    severity: 'W',
    words:
      'The episode is for a change of placement alone (P, T): that has to change, and the legal status may not',
    reads: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    previous: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    broken: {
      Episodes: e =>
        (e.rne === 'P' || e.rne === 'T') &&
        e.previous !== null &&
        (e.ls !== e.previous.ls || isSamePlacement(e, e.previous)),
    },
  },
  {
    rule: '436',
    severity: 'W',
    words: 'The episode is for a change of placement and legal status (B, U): both have to change',
    reads: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    previous: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    broken: {
      Episodes: e =>
        (e.rne === 'B' || e.rne === 'U') &&
        e.previous !== null &&
        (e.ls === e.previous.ls || isSamePlacement(e, e.previous)),
    },
  },
  {
    rule: '225',
    severity: 'W',
    words: 'A change of placement follows, and its reason is blank',
    reads: ['REC', 'REASON_PLACE_CHANGE'],
    next: ['RNE', 'PLACE'],
    broken: {
      Episodes: ({reason, rec, isTemporary, next}) =>
        reason === null &&
        rec === 'X1' &&
        !isTemporary &&
        next !== null &&
        !next.isTemporary &&
        changesPlacement(next),
    },
  },
  {
    rule: '226',
    severity: 'W',
    words: 'A temporary placement takes no reason for a change, on its episode or the previous one',
    reads: ['PLACE', 'REASON_PLACE_CHANGE'],
    previous: ['REASON_PLACE_CHANGE'],
    broken: {
      Episodes: ({isTemporary, reason, previous}) =>
        isTemporary && (reason !== null || (previous !== null && previous.reason !== null)),
    },
  },
  {
    rule: '233',
    severity: 'W',
    since: 2026,
    words: 'An episode that has not ended takes no reason for a change of placement',
    reads: ['DEC', 'REASON_PLACE_CHANGE'],
    broken: {Episodes: ({ceased, reason}) => reason !== null && ceased === null},
  },
  {
    rule: '234',
    severity: 'W',
    since: 2026,
    words: 'A child under 10 cannot move into custody',
    reads: ['DECOM', 'DEC', 'REASON_PLACE_CHANGE', 'DOB'],
    broken: {
      Episodes: isTooYoungForCustody,
      Header: (_, child) => child.isNamed && child.episodes.some(e => isTooYoungForCustody(e, child)),
    },
  },
]
