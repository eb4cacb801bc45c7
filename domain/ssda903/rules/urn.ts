import type {Rule} from '../rule.ts'

const OUTSIDE_ENGLAND: ReadonlySet<string> = new Set(['SCO', 'NIR', 'WAL', 'CON', 'NUK'])

/** As the return writes it, or the ONS code of an authority in Scotland, Wales or Northern Ireland (S12000036). */
const isOutsideEngland = (area: string) => OUTSIDE_ENGLAND.has(area) || /^[SWN]\d{8}$/.test(area)

/** Inspected by a body that gives no URN. */
const WITHOUT_URN = 'XXXXXXX'

export const URN_RULES: readonly Rule[] = [
  {
    rule: '218',
    severity: 'W',
    words: 'This placement in England needs a URN',
    reads: ['LS', 'PLACE', 'DEC', 'PL_LA', 'URN'],
    broken: {
      Episodes: ({urn, area, place, isShortBreak, ceased, dec}, {lists, collectionStart}) =>
        urn === null &&
        area !== undefined &&
        !isShortBreak &&
        !lists.urnOptional.has(place ?? '') &&
        (ceased === null || dec >= collectionStart) &&
        !(area !== null && isOutsideEngland(area)),
    },
  },
  {
    rule: '222',
    severity: 'W',
    words: 'This placement takes no URN',
    reads: ['PLACE', 'URN'],
    broken: {
      Episodes: ({urn, place}, {lists}) =>
        urn !== null && urn !== WITHOUT_URN && lists.urnRefused.has(place ?? ''),
    },
  },
]
