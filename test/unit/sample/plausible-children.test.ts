import {expect, it} from 'vitest'
import {addDays, ageOn} from '../../../domain/calendar.ts'
import {makeBorough} from '../../../sample/borough.ts'

const {children, placements, today} = makeBorough({seed: 2, children: 1200, today: '2026-11-23'})
const byId = new Map(children.map(child => [child.id, child]))
const placed = placements.map(placement => ({placement, child: byId.get(placement.childId)!}))

it('has nobody under 16 in supported accommodation, on any day of it', () => {
  for (const {placement, child} of placed)
    if (placement.code.place === 'K3') expect(ageOn(child.dob, placement.from)).toBeGreaterThanOrEqual(16)
})

it('accommodates unaccompanied children by agreement; they speak another language than English', () => {
  for (const child of children.filter(({uasc}) => uasc)) {
    expect(child.legalStatus).toBe('V2')
    expect(ageOn(child.dob, today)).toBeGreaterThanOrEqual(14)
    expect(child.languages?.[0]).not.toBe('en')
  }
})

it('places nobody with parents by agreement (SSDA903 rule 378), and adopts only under order or consent', () => {
  for (const {placement, child} of placed) {
    if (placement.code.place === 'P1') expect(child.legalStatus).not.toBe('V2')
    if (/^A[56]$/.test(placement.code.place)) expect(child.legalStatus).toBe('E1')
    if (/^A[34]$/.test(placement.code.place)) expect(child.legalStatus).toBe('V2')
    if (placement.code.place === 'R5') expect(child.legalStatus).toBe('J1')
  }
})

it('pairs each place with a provider that the return accepts (rules 527 to 531, 550, 1015)', () => {
  for (const {code, authorityId} of placements) {
    if (code.place === 'P1') expect(code.provider).toBe('PR0')
    else expect(code.provider).not.toBe('PR0')
    if (['R2', 'R5'].includes(code.place)) expect(['PR1', 'PR2']).not.toContain(code.provider)
    if (/^(A|K[12]|U)/.test(code.place)) expect(code.provider).not.toBe('PR3')
    if (code.provider === 'PR1' && !/^[UA]/.test(code.place)) expect(authorityId).toBe('E09000023')
  }
})

it('places nobody before birth, nor from a day to come', () => {
  for (const {placement, child} of placed) {
    expect(placement.from >= child.dob).toBe(true)
    expect(placement.from <= today).toBe(true)
  }
})

it('keeps an emergency protection order to its days (rule 362)', () => {
  const orders = placed.filter(({child}) => child.legalStatus === 'L2')
  expect(orders.length).toBeGreaterThan(0)
  for (const {placement} of orders) expect(placement.from >= addDays(today, -21)).toBe(true)
})

it('gives brothers and sisters one home address and births that one mother can have', () => {
  const groups = Map.groupBy(
    children.filter(({siblingGroupId}) => siblingGroupId),
    child => child.siblingGroupId,
  )
  expect(groups.size).toBeGreaterThan(100)
  for (const siblings of groups.values()) {
    expect(new Set(siblings.map(({home}) => JSON.stringify(home))).size).toBe(1)
    const births = siblings.map(({dob}) => Date.parse(dob) / 86_400_000).toSorted((one, other) => one - other)
    for (const [index, birth] of births.slice(1).entries())
      expect(birth - births[index]!).toBeGreaterThan(200)
  }
})

it('leaves some facts of some children not known, rather than none', () => {
  const share = (is: (child: (typeof children)[number]) => boolean) =>
    children.filter(is).length / children.length
  for (const fact of [
    'religion',
    'needs',
    'school',
    'familyTime',
    'risks',
    'preferences',
    'wishes',
  ] as const) {
    expect(share(child => child[fact] === undefined)).toBeGreaterThan(0.01)
    expect(share(child => child[fact] !== undefined)).toBeGreaterThan(0.2)
  }
  expect(share(child => child.religion === null)).toBeGreaterThan(0.05)
})
