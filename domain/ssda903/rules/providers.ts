import {isFostering, isPlacedForAdoption} from '../placement-kinds.ts'
import type {Rule} from '../rule.ts'

const isIn = (place: string | null, places: ReadonlySet<string>) => places.has(place ?? '')

export const PROVIDER_RULES: readonly Rule[] = [
  {
    rule: '526',
    severity: 'E',
    words: 'The provider of the placement is blank',
    reads: ['PLACE', 'PLACE_PROVIDER'],
    broken: {
      Episodes: ({place, provider}, {lists}) => provider === null && !isIn(place, lists.providerOptional),
    },
  },
  {
    rule: '213',
    severity: 'E',
    words: 'This placement takes no provider',
    reads: ['PLACE', 'PLACE_PROVIDER'],
    broken: {
      Episodes: ({place, provider}, {lists}) => provider !== null && isIn(place, lists.providerRefused),
    },
  },
  {
    rule: '550',
    severity: 'E',
    words: 'Only a placement with parents (P1) has the provider PR0',
    reads: ['PLACE', 'PLACE_PROVIDER'],
    broken: {Episodes: ({place, provider}) => provider === 'PR0' && place !== 'P1'},
  },
  {
    rule: '527',
    severity: 'E',
    words: 'The authority itself (PR1) provides no placement P1, R2 or R5',
    reads: ['PLACE', 'PLACE_PROVIDER'],
    broken: {
      Episodes: ({place, provider}) =>
        provider === 'PR1' && (place === 'P1' || place === 'R2' || place === 'R5'),
    },
  },
  {
    rule: '528',
    severity: 'E',
    words: 'Another authority (PR2) provides no placement P1, R2 or R5',
    reads: ['PLACE', 'PLACE_PROVIDER'],
    broken: {
      Episodes: ({place, provider}) =>
        provider === 'PR2' && (place === 'P1' || place === 'R2' || place === 'R5'),
    },
  },
  {
    rule: '529',
    severity: 'E',
    words: 'Another public body (PR3) provides no placement P1, A3 to A6, K1, K2 or U1 to U6',
    reads: ['PLACE', 'PLACE_PROVIDER'],
    broken: {
      Episodes: ({place, provider}) =>
        provider === 'PR3' &&
        (place === 'P1' ||
          place === 'K1' ||
          place === 'K2' ||
          isFostering(place) ||
          isPlacedForAdoption(place)),
    },
  },
  {
    rule: '530',
    severity: 'E',
    words: 'A private provider (PR4) provides no placement P1',
    reads: ['PLACE', 'PLACE_PROVIDER'],
    broken: {Episodes: ({place, provider}) => provider === 'PR4' && place === 'P1'},
  },
  {
    rule: '531',
    severity: 'E',
    words: 'A voluntary provider (PR5) provides no placement P1',
    reads: ['PLACE', 'PLACE_PROVIDER'],
    broken: {Episodes: ({place, provider}) => provider === 'PR5' && place === 'P1'},
  },
  {
    rule: '1015',
    severity: 'W',
    words: "The authority's own provision (PR1) stands outside its area",
    reads: ['LS', 'PLACE', 'PLACE_PROVIDER', 'PL_LA'],
    broken: {
      Episodes: ({area, ls, place, provider, isShortBreak}, {context}) =>
        area !== undefined &&
        area !== null &&
        provider === 'PR1' &&
        area !== context.authorityId &&
        ls !== null &&
        place !== null &&
        !isShortBreak &&
        !isFostering(place) &&
        !isPlacedForAdoption(place),
    },
  },
]
