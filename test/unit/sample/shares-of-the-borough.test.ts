import {describe, expect, it} from 'vitest'
import {ageOn} from '../../../domain/calendar.ts'
import {ethnicityGroup} from '../../../domain/child/ethnicity.ts'
import type {ChildId} from '../../../domain/ids.ts'
import {milesBetween} from '../../../domain/location.ts'
import {makeBorough} from '../../../sample/borough.ts'

const borough = makeBorough({seed: 7, children: 470, today: '2026-11-23'})
const byId = new Map(borough.children.map(child => [child.id, child]))
const childOf = (id: ChildId) => byId.get(id)!
const lookedAfter = borough.placements.map(placement => ({placement, child: childOf(placement.childId)}))

const count = (is: (one: (typeof lookedAfter)[number]) => boolean) => lookedAfter.filter(is).length
const coded = (places: string[], providers: string[]) =>
  count(({placement: {code}}) => places.includes(code.place) && providers.includes(code.provider ?? ''))
const FOSTERED = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']

describe('the 470 looked-after children of the sample', () => {
  it('have one placement each', () => {
    expect(lookedAfter).toHaveLength(470)
    expect(new Set(borough.placements.map(({childId}) => childId)).size).toBe(470)
  })

  it('are 29% in-house and 41% with agencies, of all children', () => {
    expect(coded(FOSTERED, ['PR1'])).toBe(136)
    expect(coded(FOSTERED, ['PR4', 'PR5'])).toBe(193)
    expect(coded(['U1', 'U2', 'U3'], ['PR1'])).toBe(51)
  })

  it("are 12% in children's homes, 9% in supported accommodation, 3% with parents", () => {
    expect(coded(['K2'], ['PR1', 'PR2', 'PR4', 'PR5'])).toBe(57)
    expect(coded(['K3'], ['PR1', 'PR4', 'PR5'])).toBe(42)
    expect(coded(['P1'], ['PR0'])).toBe(14)
  })

  it('are of the ages of the borough', () => {
    const aged = (from: number, to: number) =>
      count(({child}) => ageOn(child.dob, borough.today) >= from && ageOn(child.dob, borough.today) <= to)
    expect([aged(0, 0), aged(1, 4), aged(5, 9), aged(10, 15), aged(16, 17)]).toEqual([33, 47, 75, 169, 146])
  })

  it('are of its ethnicity groups', () => {
    const of = (group: string) => count(({child}) => ethnicityGroup(child.ethnicity!) === group)
    expect(['black', 'white', 'mixed', 'other', 'asian', 'unknown'].map(of)).toEqual([
      160, 131, 122, 33, 19, 5,
    ])
  })

  it('are under its legal orders', () => {
    const under = (status: string) => count(({child}) => child.legalStatus === status)
    expect(['C2', 'C1', 'V2'].map(under)).toEqual([212, 117, 117])
  })

  it('are 34% inside the authority, 17% over 20 miles from home, and 10% unaccompanied, with no known home', () => {
    expect(count(({placement}) => placement.authorityId === borough.authorityId)).toBe(160)
    expect(
      count(
        ({placement, child}) => child.home !== undefined && milesBetween(child.home, placement.location) > 20,
      ),
    ).toBe(80)
    expect(count(({child}) => child.uasc === true)).toBe(47)
    expect(count(({child}) => child.home === undefined)).toBe(47)
  })

  it('have a brother or sister who is looked after, four in ten of them; some together, some apart', () => {
    const inCare = new Set(borough.placements.map(({childId}) => childId))
    const groups = borough.siblingGroups.map(group => ({
      ...group,
      placed: group.children.filter(id => inCare.has(id)),
    }))
    const withSibling = groups
      .filter(({placed}) => placed.length > 1)
      .reduce((sum, {placed}) => sum + placed.length, 0)
    expect(withSibling).toBe(188)
    expect(groups.filter(({together}) => together === true).length).toBeGreaterThan(15)
    expect(groups.filter(({together}) => together === false).length).toBeGreaterThan(15)
  })

  it('cost in the proportions of the published figures', () => {
    const costs = (places: string[], providers: string[]) =>
      lookedAfter
        .filter(({placement: {code}}) => places.includes(code.place) && providers.includes(code.provider!))
        .flatMap(({placement}) => placement.weeklyCostPence ?? [])
    const mean = (pence: readonly number[]) => pence.reduce((sum, each) => sum + each, 0) / pence.length
    const inHouse = mean(costs(['U4', 'U6'], ['PR1']))
    const agency = mean(costs(['U4', 'U6'], ['PR4', 'PR5']))
    const homes = costs(['K2'], ['PR1', 'PR2', 'PR4', 'PR5'])
    expect(inHouse).toBeGreaterThan(50_000)
    expect(inHouse).toBeLessThan(80_000)
    expect(agency).toBeGreaterThan(85_000)
    expect(agency).toBeLessThan(125_000)
    expect(mean(homes)).toBeGreaterThan(400_000)
    expect(homes.filter(pence => pence >= 1_000_000).length).toBeGreaterThan(0)
    expect(homes.filter(pence => pence >= 1_000_000).length).toBeLessThan(15)
  })
})
