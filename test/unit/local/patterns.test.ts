import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Json} from '../../../local/json.ts'
import {pattern} from '../../../local/patterns.ts'

const matches = (source: Json, event: Json): boolean => pattern(source, 'the rule')(event)

const placed = {
  'detail-type': 'PlacementStarted',
  detail: {
    group: 'in-house',
    miles: 1.5,
    nights: 12,
    urgent: true,
    until: null,
    homes: [
      {id: 'a', beds: 2},
      {id: 'b', beds: 5},
    ],
  },
}

/** From the operators page of the EventBridge guide; where it gives an example, that example. */
describe('a pattern matches as EventBridge says', () => {
  test.each<[string, Json, boolean]>([
    ['an exact value', {'detail-type': ['PlacementStarted']}, true],
    ['any of several values', {'detail-type': ['PlacementEnded', 'PlacementStarted']}, true],
    ['none of several values', {'detail-type': ['PlacementEnded']}, false],
    ['a number by its value', {detail: {nights: [12.0]}}, true],
    ['a number is not its digits', {detail: {nights: ['12']}}, false],
    ['true', {detail: {urgent: [true]}}, true],
    ['null', {detail: {until: [null]}}, true],
    ['null is not absence', {detail: {since: [null]}}, false],
    ['every field must match', {'detail-type': ['PlacementStarted'], detail: {group: ['ifa']}}, false],
    ['prefix', {'detail-type': [{prefix: 'Placement'}]}, true],
    ['prefix elsewhere', {'detail-type': [{prefix: 'Started'}]}, false],
    ['suffix', {'detail-type': [{suffix: 'Started'}]}, true],
    ['ignoring case', {detail: {group: [{'equals-ignore-case': 'IN-HOUSE'}]}}, true],
    ['anything but another', {detail: {group: [{'anything-but': 'ifa'}]}}, true],
    ['anything but itself', {detail: {group: [{'anything-but': ['ifa', 'in-house']}]}}, false],
    ['anything but a prefix', {detail: {group: [{'anything-but': {prefix: 'in-'}}]}}, false],
    ['anything but needs a value', {detail: {agency: [{'anything-but': 'x'}]}}, false],
    ['a number within', {detail: {miles: [{numeric: ['>', 0, '<=', 1.5]}]}}, true],
    ['a number outside', {detail: {miles: [{numeric: ['>', 1.5]}]}}, false],
    ['a number equal', {detail: {nights: [{numeric: ['=', 12]}]}}, true],
    ['exists', {detail: {group: [{exists: true}]}}, true],
    ['exists though null', {detail: {until: [{exists: true}]}}, true],
    ['does not exist', {detail: {agency: [{exists: false}]}}, true],
    ['exists but should not', {detail: {group: [{exists: false}]}}, false],
    ['either of two', {$or: [{'detail-type': ['X']}, {detail: {nights: [12]}}]}, true],
    ['neither of two', {$or: [{'detail-type': ['X']}, {detail: {nights: [13]}}]}, false],
    ['two fields of one object in a list', {detail: {homes: {id: ['b'], beds: [5]}}}, true],
    ['two fields of two objects in a list', {detail: {homes: {id: ['a'], beds: [5]}}}, false],
  ])('%s', (_, source, expected) => {
    expect(matches(source, placed)).toBe(expected)
  })
})

describe('a pattern that would be read otherwise in AWS is refused by name', () => {
  test.each<[string, Json, RegExp]>([
    ['an operator that is not implemented', {source: [{wildcard: 'a*'}]}, /the rule .*operator wildcard/],
    ['another', {source: [{cidr: '10.0.0.0/24'}]}, /operator cidr/],
    ['a value outside a list', {source: 'hearth'}, /cannot read: "hearth"/],
    ['two operators in one', {source: [{prefix: 'a', suffix: 'b'}]}, /cannot read/],
    ['an unknown comparison', {n: [{numeric: ['~', 1]}]}, /cannot read/],
    ['half a comparison', {n: [{numeric: ['>']}]}, /cannot read/],
  ])('%s', (_, source, message) => {
    expect(() => pattern(source, 'the rule')).toThrow(message)
  })
})

describe('for every event', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const flat = fc.dictionary(fc.constantFrom('a', 'b', 'c'), leaf)

  test('the pattern of its own values matches it, and of a further field does not', () => {
    fc.assert(
      fc.property(flat, event => {
        const own = Object.fromEntries(Object.entries(event).map(([key, value]) => [key, [value]]))
        return matches(own, event) && !matches({...own, further: ['x']}, event)
      }),
    )
  })

  test('a value is either itself or anything but itself, exists or does not', () => {
    fc.assert(
      fc.property(flat, leaf, (event, wanted) => {
        const is = matches({a: [wanted]}, event)
        const isNot = matches({a: [{'anything-but': [wanted]}]}, event)
        const absent = matches({a: [{exists: false}]}, event)
        return [is, isNot, absent].filter(Boolean).length === 1
      }),
    )
  })
})
