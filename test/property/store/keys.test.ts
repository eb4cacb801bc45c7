import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  type KeyPattern,
  keys,
  partitions,
  positions,
  relations,
  type TextPattern,
} from '../../../functions/store/keys.ts'

/** Texts that try to look like other keys, beside any text at all. */
const part = fc
  .oneof(
    fc.uuid(),
    fc.string({unit: 'grapheme', minLength: 1, maxLength: 40}),
    fc
      .array(
        fc.constantFrom(
          '#',
          '%',
          '%23',
          '%25',
          'calendar',
          'E09000023',
          'children',
          'v0000001',
          '000',
          '\u0000',
          '\n',
        ),
        {minLength: 1, maxLength: 6},
      )
      .map(bits => bits.join('')),
  )
  .filter(text => Buffer.byteLength(encodeURIComponent(text)) <= 600)
const number = fc.integer({min: 0, max: 999})

const NUMBERS = ['version', 'chunk', 'year', 'tries', 'bundle']

/** Any parts for a template: numbers where it has a number. */
const partsFor = (template: string) =>
  fc.record(
    Object.fromEntries(
      [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => [
        name!,
        NUMBERS.includes(name!) ? number : part,
      ]),
    ) as Record<string, fc.Arbitrary<string | number>>,
  )
type AnyParts = Record<string, string | number>
const keyPatterns = Object.entries(keys) as unknown as [string, KeyPattern<AnyParts>][]
const textPatterns = [partitions, relations, positions].flatMap(group =>
  Object.entries(group),
) as unknown as [string, TextPattern<AnyParts>][]

test.each(keyPatterns)('the key of %s gives back what it was made of', (_, pattern) => {
  fc.assert(
    fc.property(partsFor(pattern.template), parts => {
      expect(pattern.parse(pattern.make(parts))).toEqual(parts)
    }),
  )
})

test.each(textPatterns)('the text of %s gives back what it was made of', (_, pattern) => {
  fc.assert(
    fc.property(partsFor(pattern.template), parts => {
      expect(pattern.parse(pattern.make(parts))).toEqual(parts)
    }),
  )
})

test.each(keyPatterns)('no id makes the key of %s look like a key of another kind', (name, pattern) => {
  fc.assert(
    fc.property(partsFor(pattern.template), parts => {
      const key = pattern.make(parts)
      const claimants = keyPatterns
        .filter(([, other]) => other.parse(key) !== null)
        .map(([claimant]) => claimant)
      expect(claimants).toEqual([name])
    }),
  )
})

test('two keys are the same only when everything that they name is the same', () => {
  const any = fc
    .constantFrom(...keyPatterns)
    .chain(([name, pattern]) =>
      partsFor(pattern.template).map(parts => ({name, parts, key: pattern.make(parts)})),
    )
  fc.assert(
    fc.property(any, any, (a, b) => {
      const sameKey = a.key.pk === b.key.pk && a.key.sk === b.key.sk
      const sameNames =
        a.name === b.name &&
        JSON.stringify(Object.entries(a.parts).sort()) === JSON.stringify(Object.entries(b.parts).sort())
      expect(sameKey).toBe(sameNames)
    }),
    {numRuns: 2000},
  )
})

test('every partition, and every relation, starts with the authority and nothing else can stand there', () => {
  const starting = [
    ...keyPatterns.map(([, pattern]) => pattern.template),
    ...[partitions, relations].flatMap(group => Object.values(group).map(({template}) => template)),
  ]
  for (const template of starting) expect(template.startsWith('{authorityId}#')).toBe(true)
  fc.assert(
    fc.property(fc.constantFrom(...keyPatterns), part, part, fc.gen(), ([, pattern], one, other, gen) => {
      fc.pre(one !== other)
      const parts = gen(partsFor, pattern.template)
      const [mine, theirs] = [
        pattern.make({...parts, authorityId: one}),
        pattern.make({...parts, authorityId: other}),
      ]
      expect(mine.pk.split('#')[0]).not.toBe(theirs.pk.split('#')[0])
    }),
  )
})

test('keys sort as their numbers do', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [left, right] = [a, b].map(
        version => keys.policy.make({authorityId: 'E09000023', version} as never).sk,
      ) as [string, string]
      expect(Math.sign(a - b)).toBe(left < right ? -1 : left > right ? 1 : 0)
    }),
  )
})

test.each([
  ['an empty id', {authorityId: 'E09000023', childId: ''}],
  ['half of a character', {authorityId: 'E09000023', childId: '\ud800'}],
  ['an id of a thousand letters', {authorityId: 'E09000023', childId: 'x'.repeat(1000)}],
  ['no id', {authorityId: 'E09000023'}],
])('%s makes no key', (_, parts) => {
  expect(() => keys.child.make(parts as never)).toThrow(RangeError)
})

test.each([-1, 1.5, 10_000_000, Number.NaN])('version %d makes no key', version => {
  expect(() => keys.policy.make({authorityId: 'E09000023', version} as never)).toThrow(RangeError)
})

test('a key that no pattern made is not read as one', () => {
  expect(keys.child.parse({pk: 'E09000023#children', sk: '%41'})).toBeNull()
  expect(keys.child.parse({pk: 'E09000023#children', sk: 'a#b'})).toBeNull()
  expect(keys.policy.parse({pk: 'E09000023#policy', sk: 'v1'})).toBeNull()
})
