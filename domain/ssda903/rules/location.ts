import type {ChildView} from '../child-view.ts'
import type {Episode} from '../episode.ts'
import type {Rule} from '../rule.ts'

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/

const isWrong = (postcode: string | null, {context: {isPostcode}}: ChildView) =>
  postcode !== null && !(isPostcode === undefined ? POSTCODE.test(postcode) : isPostcode(postcode))

/** Miles; NaN for a text that is no number. */
const milesOf = ({distance}: Episode): number => (distance ? Number(distance) : Number.NaN)

const hasDistance = ({distance}: Episode) => distance !== undefined && distance !== null

/** How the return writes that the distance is not available. */
const NOT_AVAILABLE = 999.9

function isOutOfRange(episode: Episode): boolean {
  const miles = milesOf(episode)
  return !(miles >= 0 && miles <= NOT_AVAILABLE)
}

function isSuspicious(episode: Episode): boolean {
  const miles = milesOf(episode)
  return miles > 350 && miles !== NOT_AVAILABLE
}

export const LOCATION_RULES: readonly Rule[] = [
  {
    rule: '214',
    severity: 'W',
    words: 'Short breaks (V3, V4) take no postcode of the placement and no URN',
    reads: ['LS', 'PL_POST', 'URN'],
    broken: {
      Episodes: ({isShortBreak, postcode, urn}) => isShortBreak && (postcode !== null || urn !== null),
    },
  },
  {
    rule: '398',
    severity: 'W',
    words: 'Short breaks (V3, V4) take no distance, and no postcodes to take it from',
    reads: ['LS', 'HOME_POST', 'PL_POST', 'PL_DISTANCE'],
    broken: {
      Episodes: e => e.isShortBreak && (e.home !== null || e.postcode !== null || hasDistance(e)),
    },
  },
  {
    rule: '420',
    severity: 'W',
    words: 'Short breaks (V3, V4) take no authority of the placement',
    reads: ['LS', 'PL_LA'],
    broken: {Episodes: ({isShortBreak, area}) => isShortBreak && area !== undefined && area !== null},
  },
  {
    rule: '392b',
    severity: 'W',
    words: 'The postcode of the home or of the placement is blank',
    reads: ['LS', 'HOME_POST', 'PL_POST'],
    broken: {
      Episodes: ({isShortBreak, home, postcode}, {uasc}) =>
        (home === null || postcode === null) && !isShortBreak && uasc === false,
    },
  },
  {
    rule: '392c',
    severity: 'W',
    words: 'The postcode of the home or of the placement does not exist',
    reads: ['HOME_POST', 'PL_POST'],
    broken: {
      Episodes: ({isShortBreak, home, postcode}, child) =>
        !isShortBreak && (isWrong(home, child) || isWrong(postcode, child)),
    },
  },
  {
    rule: '164',
    severity: 'W',
    words: 'The distance is not between 0 and 999.9 miles',
    reads: ['PL_DISTANCE'],
    broken: {
      Episodes: (e, {uasc}) => hasDistance(e) && uasc === false && !e.isShortBreak && isOutOfRange(e),
    },
  },
  {
    rule: '454',
    severity: 'W',
    since: 2026,
    words: 'The placement is more than 350 miles from home',
    reads: ['PL_DISTANCE'],
    broken: {Episodes: isSuspicious},
  },
  {
    rule: '406',
    severity: 'W',
    words: 'An unaccompanied asylum-seeking child, this year or last, has no distance',
    reads: ['PL_DISTANCE'],
    broken: {Episodes: (e, {uasc}) => uasc === true && hasDistance(e)},
  },
  {
    rule: '411',
    severity: 'W',
    words: "The placement is said to be in the authority's area, and its authority is another",
    reads: ['PL_LOCATION', 'PL_LA'],
    broken: {
      Episodes: ({location, area}, {context}) =>
        location === 'IN' && area !== undefined && area !== context.authorityId,
    },
  },
]
