import {describe, expect, it} from 'vitest'
import type {Sibling} from '../../../../domain/matching/shortlist.ts'
import {aChild, aHome, aHousehold, CATFORD, childId, eastOf, householdId} from '../../../support/matching.ts'
import {consider} from './consider.ts'

const supply = [aHome(aHousehold({id: householdId('here'), home: CATFORD}))]
const livingAt = (miles: number, at = 'elsewhere'): Sibling => ({
  childId: childId(`sibling-${miles}`),
  livesAt: {...eastOf(CATFORD, miles), householdId: householdId(at)},
})
const homeNotKnown: Sibling = {childId: childId('sibling'), livesAt: null}

describe('one child with brothers and sisters', () => {
  const withSiblings = (...siblings: Sibling[]) =>
    consider('siblings', {siblings: {[childId('child-1')]: siblings}, supply})

  it.each([
    ['one lives here', [livingAt(0, 'here'), livingAt(30)], 1, 'a brother or sister lives here'],
    [
      'the nearest lives a mile off',
      [livingAt(30), livingAt(1)],
      1,
      '1 mile from the nearest brother or sister',
    ],
    ['halfway', [livingAt(10.5), homeNotKnown], 0.5, '10.5 miles from the nearest brother or sister'],
    ['far away', [livingAt(20)], 0, '20 miles from the nearest brother or sister'],
  ])('%s', (_, siblings, score, words) => {
    expect(withSiblings(...siblings)).toMatchObject({score, words, known: true, low: score, high: score})
  })

  it('is not known when nobody knows where any of them lives', () => {
    const words = 'not known: where the brothers and sisters live'
    expect(withSiblings(homeNotKnown)).toMatchObject({score: 0.5, low: 0, high: 1, known: false, words})
  })

  it('does not apply to an only child', () => {
    expect(withSiblings()).toBeUndefined()
  })
})

describe('a group of brothers and sisters', () => {
  const children = [aChild(), aChild({id: childId('child-2')}), aChild({id: childId('child-3')})]
  const withSiblings = (...siblings: Sibling[]) =>
    consider('siblings', {
      children,
      siblings: Object.fromEntries(children.map(({id}) => [id, siblings])),
      supply,
    })

  it('stays together', () => {
    expect(withSiblings()).toMatchObject({score: 1, known: true, words: 'keeps the 3 children together'})
  })

  it('joins a brother who lives here already', () => {
    expect(withSiblings(livingAt(0, 'here'))).toMatchObject({
      score: 1,
      words: 'keeps all brothers and sisters together',
    })
  })

  it('is parted from a sister who lives elsewhere: 3 of 6 pairs', () => {
    expect(withSiblings(livingAt(2))).toMatchObject({
      score: 0.5,
      low: 0.5,
      high: 0.5,
      words: 'keeps 3 of 6 pairs of brothers and sisters together',
    })
  })

  it('may be parted from a sister whose home is not known', () => {
    expect(withSiblings(homeNotKnown)).toMatchObject({
      score: 0.75,
      low: 0.5,
      high: 1,
      known: false,
      words: 'keeps 3 of 6 pairs of brothers and sisters together, not known for 3',
    })
  })
})
