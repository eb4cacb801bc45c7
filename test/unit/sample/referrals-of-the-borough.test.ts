import {expect, it} from 'vitest'
import type {Child} from '../../../domain/child/child.ts'
import type {ChildId} from '../../../domain/ids.ts'
import {defaultPolicy} from '../../../domain/matching/default-policy.ts'
import {makeShortlist} from '../../../domain/matching/make-shortlist.ts'
import {GROUPS, type ShortlistAnswer, type Sibling} from '../../../domain/matching/shortlist.ts'
import type {Referral} from '../../../domain/referral/referral.ts'
import {makeBorough} from '../../../sample/borough.ts'

const borough = makeBorough({seed: 7, children: 470, today: '2026-11-23'})
const {referrals, children, placements, homes, today, authorityId} = borough
const byId = new Map(children.map(child => [child.id, child]))
const placementOf = new Map(placements.map(placement => [placement.childId, placement]))

const siblingsOf = (child: Child, {children: referred}: Referral): readonly Sibling[] =>
  children
    .filter(
      other =>
        other.siblingGroupId && other.siblingGroupId === child.siblingGroupId && !referred.includes(other.id),
    )
    .map(({id}) => {
      const placement = placementOf.get(id)
      return {
        childId: id,
        livesAt: placement ? {...placement.location, householdId: placement.householdId} : null,
      }
    })

const answerOf = (referral: Referral): ShortlistAnswer => {
  const referred = referral.children.map(id => byId.get(id)!)
  const siblings = Object.fromEntries(referred.map(child => [child.id, siblingsOf(child, referral)]))
  const input = {
    authorityId,
    referral,
    children: referred,
    siblings,
    supply: homes,
    policy: defaultPolicy(authorityId),
  }
  return makeShortlist({...input, search: GROUPS, withinMiles: null, limit: 10, at: `${today}T09:00:00.000Z`})
    .answer
}

it('has 25, for children who exist, each child in one of them', () => {
  expect(referrals).toHaveLength(25)
  const referred = referrals.flatMap(referral => referral.children)
  for (const id of referred) expect(byId.has(id)).toBe(true)
  expect(new Set(referred).size).toBe(referred.length)
})

it('are from tonight to the weeks to come, of every urgency and kind', () => {
  for (const {neededFrom, expectedUntil, urgency} of referrals) {
    expect(neededFrom >= today).toBe(true)
    if (urgency === 'same-day') expect(neededFrom).toBe(today)
    if (expectedUntil !== null) expect(expectedUntil > neededFrom).toBe(true)
  }
  expect(new Set(referrals.map(({urgency}) => urgency)).size).toBe(3)
  expect([...new Set(referrals.map(({kind}) => kind))].toSorted()).toEqual([
    'emergency',
    'long-term',
    'parent-and-child',
    'remand',
    'respite',
    'short-term',
    'supported-lodgings',
  ])
  expect(new Set(referrals.map(({siblings}) => siblings)).size).toBe(3)
})

it('are about half for children who must move, half for children at the edge of care', () => {
  const moving = referrals.filter(({children: ids}) => ids.every(id => placementOf.has(id)))
  const coming = referrals.filter(({children: ids}) => ids.every(id => !placementOf.has(id)))
  expect(moving.length + coming.length).toBe(25)
  expect(moving.length).toBeGreaterThanOrEqual(10)
  expect(coming.length).toBeGreaterThanOrEqual(10)
})

it('ask for brothers and sisters of one group where they ask for more than one child', () => {
  const several = referrals.filter(({children: ids}) => ids.length > 1)
  expect(several.length).toBeGreaterThanOrEqual(6)
  for (const {children: ids} of several)
    expect(new Set(ids.map((id: ChildId) => byId.get(id)!.siblingGroupId)).size).toBe(1)
})

it('count an unaccompanied child, a pupil of Years 10 and 11 and a remand among them', () => {
  const referred = referrals.flatMap(({children: ids}) => ids.map(id => byId.get(id)!))
  expect(referred.some(({uasc}) => uasc)).toBe(true)
  expect(referred.some(({school}) => school?.keyStage4 && school.keep)).toBe(true)
  expect(referred.some(({legalStatus}) => legalStatus === 'J1')).toBe(true)
})

it('mostly have options; a few have none, and then a group can be split', () => {
  const answers = referrals.map(answerOf)
  const found = answers.map(
    ({options, eachChild}) => options.length + eachChild.flatMap(each => each.options).length,
  )
  expect(found.filter(options => options > 0).length).toBeGreaterThanOrEqual(18)
  expect(found.filter(options => options === 0).length).toBeGreaterThanOrEqual(2)
  expect(answers.filter(({splits}) => splits.length > 0).length).toBeGreaterThanOrEqual(1)
  const top = answers.flatMap(({options}) => options.slice(0, 1))
  expect(new Set(top.map(({group}) => group)).size).toBeGreaterThanOrEqual(3)
  expect(
    new Set(answers.flatMap(({options}) => options.flatMap(({approvals}) => approvals.map(({rule}) => rule))))
      .size,
  ).toBeGreaterThanOrEqual(6)
})
