import fc from 'fast-check'
import {expect, it} from 'vitest'
import {breakdownOf, dimensionsOf, FIGURES} from '../../../domain/sufficiency/indicators.ts'
import {prepare} from '../../../domain/sufficiency/moment.ts'
import {
  type PublishedNumbers,
  publishBreakdown,
  publishedIndicatorsAt,
} from '../../../domain/sufficiency/publish.ts'
import {anyFacts, anyMoment} from './worlds.ts'

/** An equation that a reader knows: the whole is the sum of the parts. Unknowns are named, shown numbers are numbers. */
type Equation = readonly (readonly [term: string | number | null, sign: 1 | -1])[]

/** How many equations are independent, in exact fractions of whole numbers. */
function rank(rows: readonly (readonly bigint[])[]): number {
  const left = rows.map(row => [...row])
  let found = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, i) => i >= found && row[column] !== 0n)
    if (pivot < 0) continue
    const row = left[pivot]!
    left[pivot] = left[found]!
    left[found] = row
    for (const other of left.slice(found + 1)) {
      const times = other[column]!
      if (times === 0n) continue
      for (let i = 0; i < other.length; i++) other[i] = other[i]! * row[column]! - times * row[i]!
    }
    found += 1
  }
  return found
}

/** The unknowns that the equations settle: asking for one alone then adds nothing to what is known. */
function settled(equations: readonly Equation[], asked: readonly string[]): readonly string[] {
  const names = [...new Set(equations.flat().flatMap(([term]) => (typeof term === 'string' ? [term] : [])))]
  const rows = equations.map(equation => {
    const row = names.map(() => 0n)
    for (const [term, sign] of equation)
      if (typeof term === 'string') row[names.indexOf(term)]! += BigInt(sign)
    return row
  })
  const known = rank(rows)
  return asked.filter(
    name => names.includes(name) && rank([...rows, names.map(other => (other === name ? 1n : 0n))]) === known,
  )
}

type Column = 'numerator' | 'denominator' | 'unknown'
const COLUMNS: readonly Column[] = ['numerator', 'denominator', 'unknown']

const term = (name: string, column: Column, numbers: PublishedNumbers): string | number | null =>
  numbers[column] === 'c' ? `${name} ${column}` : numbers[column]

function ofShare(name: string, numbers: PublishedNumbers): Equation {
  return [
    [term(name, 'denominator', numbers), 1],
    [term(name, 'numerator', numbers), -1],
    [term(name, 'unknown', numbers), -1],
    [`${name} rest`, -1],
  ]
}

const hidden = (lines: readonly (readonly [string, PublishedNumbers])[]) =>
  lines.flatMap(([name, numbers]) =>
    COLUMNS.filter(column => numbers[column] === 'c').map(column => `${name} ${column}`),
  )

function expectNothingSmall(numbers: PublishedNumbers, unit: string, isRate: boolean) {
  const counts =
    unit === 'pence-a-week' || unit === 'days' || unit === 'points'
      ? [numbers.unknown]
      : [numbers.numerator, numbers.unknown]
  for (const count of isRate ? [numbers.numerator] : [...counts, numbers.denominator])
    expect([1, 2, 3, 4, 5]).not.toContain(count)
  if (numbers.numerator === 'c' || numbers.denominator === 'c') expect(numbers.value).toBe('c')
}

it('a published breakdown shows no small number, and none follows from the parts and the total', () => {
  fc.assert(
    fc.property(
      anyFacts(40),
      anyMoment,
      fc.constantFrom(...FIGURES),
      fc.nat(),
      (facts, {asAt}, {id, unit, measure}, pick) => {
        const dimensions = dimensionsOf(id)!
        if (dimensions.length === 0) return
        const breakdown = breakdownOf(id, dimensions[pick % dimensions.length]!, prepare(facts), asAt)!
        const {total, parts} = publishBreakdown(breakdown)
        const lines = [['total', total] as const, ...parts.map(part => [part.key, part] as const)]
        for (const [, numbers] of lines) expectNothingSmall(numbers, unit, measure === 'rate')
        for (const [i, part] of parts.entries()) {
          const before = breakdown.parts[i]!
          for (const column of COLUMNS)
            if (before[column] === 0 && before.counted === 0) expect(part[column]).toBe(0)
        }
        const across = (measure === 'rate' ? (['numerator', 'unknown'] as const) : COLUMNS).map(
          (column): Equation => [
            [term('total', column, total), 1],
            ...parts.map(part => [term(part.key, column, part), -1] as const),
          ],
        )
        const isAdditive = unit !== 'referrals' && unit !== 'days'
        const equations = [
          ...(isAdditive ? across : []),
          ...(measure === 'share' ? lines.map(([name, numbers]) => ofShare(name, numbers)) : []),
        ]
        expect(settled(equations, hidden(lines))).toEqual([])
      },
    ),
    {numRuns: 600},
  )
})

const SUMS = [
  ['foster', ['kinship-foster', 'in-house-foster', 'ifa-foster', 'other-authority-foster'], 'ifa-foster'],
  ['foster', ['own-provision-foster', 'all-ifa-foster', 'all-other-authority-foster'], 'all-ifa-foster'],
  ['residential', ['residential-in-house', 'residential-external'], 'residential-external'],
  ['children-looked-after', ['over-20-miles', 'within-20-miles'], 'over-20-miles'],
  ['places-approved', ['places-filled', 'places-vacant', 'places-held', 'places-not-available'], null],
  [
    'children-looked-after',
    [
      'foster',
      'placed-for-adoption',
      'with-parents',
      'childrens-homes',
      'supported',
      'residential-schools',
      'other-residential',
      'other-placements',
    ],
    null,
  ],
] as const

/** One number under two names. */
const SAME = [
  ['in-house-of-foster', 'numerator', 'own-provision-foster', 'numerator'],
  ['in-house-of-foster', 'denominator', 'foster', 'numerator'],
  ['ifa-of-foster', 'numerator', 'all-ifa-foster', 'numerator'],
  ['occupancy', 'numerator', 'places-filled', 'numerator'],
  ['occupancy', 'denominator', 'places-approved', 'numerator'],
  ['foster', 'denominator', 'children-looked-after', 'numerator'],
  ['sdq-concern', 'denominator', 'sdq-mean', 'denominator'],
  ['unit-cost', 'numerator', 'weekly-spend', 'numerator'],
  ['distance-unknown', 'numerator', 'over-20-miles', 'unknown'],
] as const

it('published side by side, the indicators give none of each other away', () => {
  fc.assert(
    fc.property(anyFacts(40), anyMoment, (facts, {asAt}) => {
      const published = publishedIndicatorsAt(prepare(facts), asAt)
      const of = new Map(published.map(indicator => [indicator.id, indicator]))
      for (const indicator of published)
        expectNothingSmall(indicator, indicator.unit, indicator.id === 'rate-per-10000')
      const equations = SUMS.map(
        ([whole, parts, unknownOf]): Equation => [
          [term(whole, 'numerator', of.get(whole)!), 1],
          ...parts.map(part => [term(part, 'numerator', of.get(part)!), -1] as const),
          ...(unknownOf === null ? [] : [[term(unknownOf, 'unknown', of.get(unknownOf)!), -1] as const]),
        ],
      )
      const same = SAME.map(
        ([one, column, other, as]): Equation => [
          [term(one, column, of.get(one)!), 1],
          [term(other, as, of.get(other)!), -1],
        ],
      )
      const shares = published.filter(({unit}) => unit === 'percent').map(share => ofShare(share.id, share))
      const lines = published.map(indicator => [indicator.id, indicator] as const)
      expect(settled([...equations, ...same, ...shares], hidden(lines))).toEqual([])
    }),
    {numRuns: 100},
  )
})
