import {describe, expect, it} from 'vitest'
import type {Need} from '../../../../domain/child/child.ts'
import type {Household} from '../../../../domain/household/household.ts'
import {aBedroom, aChild, aHome, aHousehold} from '../../../support/matching.ts'
import {consider} from './consider.ts'

const essential = (need: string): Need => ({need, level: 'essential'})
const desirable = (need: string): Need => ({need, level: 'desirable'})
const meeting = (needs: Need[], facts: Partial<Household>) =>
  consider('needs', {children: [aChild({needs})], supply: [aHome(aHousehold(facts))]})

describe('needs', () => {
  it('are met by a skill', () => {
    expect(meeting([essential('autism')], {skills: ['autism']})).toEqual({
      score: 1,
      low: 1,
      high: 1,
      known: true,
      words: 'met: autism',
      gaps: [],
    })
  })

  it('are met in part by a skill that the policy names', () => {
    expect(meeting([essential('therapeutic')], {skills: ['pace']})).toMatchObject({
      score: 0.5,
      known: true,
      gaps: [
        {about: 'needs.therapeutic', fit: 'partly', words: 'partly met: therapeutic (essential), by pace'},
      ],
    })
  })

  it('count double when essential', () => {
    expect(meeting([essential('autism'), desirable('diabetes')], {skills: ['autism']})).toMatchObject({
      score: 0.67,
      words: 'met: autism; not met: diabetes',
      gaps: [{about: 'needs.diabetes', fit: 'not-met', words: 'not met: diabetes (desirable)'}],
    })
  })

  it('are not known to be met while no skills are recorded, and not met when none are there', () => {
    expect(meeting([essential('autism')], {})).toMatchObject({
      score: 0.5,
      low: 0,
      high: 1,
      known: false,
      gaps: [{fit: 'not-known', words: 'not known: autism (essential)'}],
    })
    expect(meeting([essential('autism')], {skills: []})).toMatchObject({
      score: 0,
      low: 0,
      high: 0,
      known: true,
    })
  })

  it('do not apply to a child with none', () => {
    expect(meeting([], {skills: []})).toBeUndefined()
    expect(consider('needs', {})).toBeUndefined()
  })
})

describe('wheelchair access', () => {
  const groundFloor = {bedrooms: [aBedroom('a', false, true)]}

  it.each([
    ['an accessible home', {accessible: true}, 1, 1, 1],
    ['carers able to', {accessible: false, skills: ['wheelchair-access']}, 1, 1, 1],
    ['a ground-floor bedroom', {accessible: false, skills: [], ...groundFloor}, 0.5, 0.5, 0.5],
    ['neither', {accessible: false, skills: []}, 0, 0, 0],
    ['the home not known', {skills: []}, 0.5, 0, 1],
    ['skills not known', {accessible: false}, 0.5, 0, 1],
    ['a ground-floor bedroom, the rest not known', groundFloor, 0.5, 0.5, 1],
  ])('%s', (_, facts, score, low, high) => {
    expect(meeting([essential('wheelchair-access')], facts)).toMatchObject({
      score,
      low,
      high,
      known: low === high,
    })
  })

  it('is met in part by the bedroom, and the gap says so', () => {
    expect(
      meeting([desirable('wheelchair-access')], {accessible: false, skills: [], ...groundFloor})?.gaps,
    ).toEqual([
      {
        about: 'needs.wheelchair-access',
        fit: 'partly',
        words: 'partly met: wheelchair access (desirable), by a ground-floor bedroom',
      },
    ])
  })
})
