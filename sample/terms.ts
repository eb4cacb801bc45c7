import type {Sex} from '../domain/child/child.ts'
import type {Scheme, Terms} from '../domain/household/household.ts'
import type {ReferralKind} from '../domain/referral/referral.ts'
import type {Random} from './random.ts'

/** Ages of common terms of approval, with their weights; the first holds everybody. */
const AGES: readonly (readonly [from: number, to: number, weight: number])[] = [
  [0, 17, 34],
  [0, 4, 9],
  [0, 8, 8],
  [0, 12, 7],
  [3, 12, 7],
  [5, 12, 9],
  [5, 17, 10],
  [8, 17, 8],
  [10, 17, 8],
  [12, 17, 6],
]

/** What terms must allow for those who live there. */
interface TermsFor {
  readonly places: number
  readonly ages: readonly number[]
  readonly sexes: readonly Sex[]
  readonly kinds: readonly ReferralKind[]
  readonly scheme: Scheme
}

/** Terms wide enough for all who live there, the year to come included. */
export function drawTerms({places, ages, sexes, kinds, scheme}: TermsFor, random: Random): Terms {
  const youngest = Math.min(...ages)
  const eldest = Math.min(17, Math.max(...ages) + 1)
  const fitting = AGES.filter(([from, to]) => ages.length === 0 || (from <= youngest && to >= eldest))
  const [from, to] = random.weighted(fitting.map(range => [range, range[2]] as const))
  return {
    places,
    ages: {from, to},
    sexes: drawSexes(sexes, random),
    kinds: drawKinds(kinds, scheme, random),
    namedChildren: [],
  }
}

/** Either, as most terms say; girls or boys alone where nobody else lives there. */
function drawSexes(present: readonly Sex[], random: Random): readonly Sex[] {
  const only = present[0] ?? random.pick(['F', 'M'] as const)
  const single = only !== 'U' && present.every(sex => sex === only) && random.chance(0.12)
  return single ? [only] : ['F', 'M', 'U']
}

function drawKinds(
  present: readonly ReferralKind[],
  scheme: Scheme,
  random: Random,
): readonly ReferralKind[] {
  if (scheme === 'short-break') return ['respite']
  const kinds = new Set(present)
  for (const [kind, share] of OFTEN[scheme]) if (random.chance(share)) kinds.add(kind)
  if (kinds.size === 0) kinds.add('short-term')
  return [...kinds].toSorted()
}

type Often = readonly (readonly [ReferralKind, number])[]
const MAINSTREAM: Often = [
  ['short-term', 0.93],
  ['long-term', 0.74],
  ['emergency', 0.42],
  ['respite', 0.4],
  ['parent-and-child', 0.05],
  ['remand', 0.05],
]
const OFTEN: Readonly<Record<Exclude<Scheme, 'short-break'>, Often>> = {
  mainstream: MAINSTREAM,
  specialist: [...MAINSTREAM, ['parent-and-child', 0.2], ['remand', 0.25]],
  'fostering-for-adoption': [['short-term', 1]],
}
