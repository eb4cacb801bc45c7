import {expect, it} from 'vitest'
import {makeBorough} from '../../../sample/borough.ts'

const {homes, placements, authorityId, today} = makeBorough({seed: 7, children: 470, today: '2026-11-23'})
const households = homes.map(({household}) => household)
const byId = new Map(homes.map(home => [home.household.id, home]))

it('has some 300 fostering households and 20 hosts of supported lodgings, most of them registered', () => {
  const fostering = households.filter(({kind}) => kind === 'fostering' || kind === 'connected-person')
  expect(fostering.length).toBeGreaterThan(270)
  expect(fostering.length).toBeLessThan(330)
  const hosts = households.filter(({kind}) => kind === 'supported-lodgings')
  expect(hosts).toHaveLength(20)
  expect(hosts.filter(({approval}) => approval.registration?.status === 'registered').length).toBeGreaterThan(
    14,
  )
})

it('has in-house homes of each scheme, connected persons, agencies and other authorities', () => {
  const kinds = new Set(households.map(({kind, scheme, provider}) => `${kind} ${scheme} ${provider.type}`))
  for (const kind of [
    'fostering mainstream in-house',
    'fostering specialist in-house',
    'fostering short-break in-house',
    'connected-person mainstream in-house',
    'fostering mainstream ifa',
    'fostering specialist ifa',
    'fostering mainstream other-authority',
  ])
    expect(kinds).toContain(kind)
})

it('lists every household where one of our children is fostered, and has the child in its calendar', () => {
  for (const {childId, householdId, from, code, location} of placements) {
    if (householdId === null) {
      expect(code.place).not.toMatch(/^U/)
      continue
    }
    const {household, calendar} = byId.get(householdId)!
    expect(household.home).toEqual(location)
    const stays = calendar.filter(({kind, occupant}) => kind === 'placement' && occupant?.childId === childId)
    expect(stays.map(stay => stay.from)).toEqual([from])
  }
})

it('has three in five mainstream places filled, in-house and with agencies', () => {
  for (const type of ['in-house', 'ifa']) {
    const supply = homes.filter(
      ({household: {kind, scheme, provider}}) =>
        kind === 'fostering' && scheme !== 'short-break' && provider.type === type,
    )
    const places = supply.reduce((sum, {household}) => sum + household.approval.terms.places, 0)
    const filled = supply
      .flatMap(({calendar}) => calendar)
      .filter(
        ({kind, from, until}) => kind === 'placement' && from <= today && (until === null || until > today),
      )
    expect(filled.length / places).toBeGreaterThan(0.58)
    expect(filled.length / places).toBeLessThan(0.62)
  }
})

it('has places kept back with a reason, Staying Put, respite, holds, and children of other authorities', () => {
  const stays = homes.flatMap(({calendar}) => calendar)
  const kinds = new Set(stays.map(({kind}) => kind))
  expect([...kinds].toSorted()).toEqual(['hold', 'not-available', 'placement', 'respite', 'staying-put'])
  for (const stay of stays) {
    if (stay.kind === 'not-available') expect(stay.reason).toBeTruthy()
    else expect(stay.occupant).not.toBeNull()
  }
  const others = homes.filter(({calendar}) =>
    calendar.some(({occupant}) => occupant !== null && occupant.responsibleAuthorityId !== authorityId),
  )
  expect(others.length).toBeGreaterThan(5)
  for (const {household} of others) expect(household.provider.type).toBe('ifa')
  const holds = stays.filter(({kind}) => kind === 'hold')
  expect(holds.map(({expiresAt}) => expiresAt).toSorted()).toEqual([
    '2026-11-22T20:00:00.000Z',
    '2026-11-23T20:00:00.000Z',
  ])
})

it('has homes on hold, suspended and under notice, and facts that are not known', () => {
  const states = Map.groupBy(households, ({status}) => status.state)
  for (const state of ['available', 'on-hold', 'suspended', 'notice-given'] as const)
    expect(states.get(state)?.length ?? 0).toBeGreaterThan(0)
  for (const fact of [
    'members',
    'religions',
    'languages',
    'skills',
    'pets',
    'smoking',
    'accessible',
  ] as const) {
    const known = households.filter(household => household[fact] !== undefined).length
    expect(known).toBeLessThan(households.length)
    expect(known).toBeGreaterThan(households.length * 0.75)
  }
})

it('has connected persons who are approved for the children they name, and for nobody else', () => {
  for (const {household, calendar} of homes.filter(home => home.household.kind === 'connected-person')) {
    const {namedChildren} = household.approval.terms
    expect(namedChildren.length).toBeGreaterThan(0)
    for (const {occupant} of calendar) expect(namedChildren).toContain(occupant?.childId)
  }
})
