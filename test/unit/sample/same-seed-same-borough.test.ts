import {createHash} from 'node:crypto'
import {expect, it} from 'vitest'
import type {AuthorityId} from '../../../domain/ids.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {measure} from '../../../sample/summary.ts'

const today = '2026-11-23'
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

it('gives the same bytes for the same seed, and others for another', () => {
  const once = digest(makeBorough({seed: 7, children: 200, today}))
  expect(digest(makeBorough({seed: 7, children: 200, today}))).toBe(once)
  expect(digest(makeBorough({seed: '7', children: 200, today}))).toBe(once)
  expect(digest(makeBorough({seed: 8, children: 200, today}))).not.toBe(once)
  expect(digest(makeBorough({seed: 7, children: 200, today: '2026-11-24'}))).not.toBe(once)
})

it('gives no id and no reference twice', () => {
  const {children, homes, referrals} = makeBorough({seed: 3, children: 2000, today})
  const ids = [
    ...children.map(({id}) => id),
    ...homes.map(({household}) => household.id),
    ...homes.flatMap(({calendar}) => calendar.map(({id}) => id)),
    ...referrals.map(({id}) => id),
  ]
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(children.map(({reference}) => reference)).size).toBe(children.length)
  expect(new Set(homes.map(({household}) => household.reference)).size).toBe(homes.length)
})

it('makes the same borough of another authority: its code in place of Lewisham', () => {
  const greenwich = 'E09000011' as AuthorityId
  const borough = makeBorough({seed: 7, children: 470, today, authorityId: greenwich})
  const inside = measure(borough).find(({name}) => name === 'inside the authority')!
  expect(inside.count).toBe(160)
  expect(borough.postcodes.find(({postcode}) => postcode === 'SE6 4RU')?.authorityId).toBe(greenwich)
})

it.each([1, 2, 3, 7, 19, 40])('makes a borough of %i', count => {
  const {placements, children} = makeBorough({seed: 1, children: count, today})
  expect(placements).toHaveLength(count)
  expect(children.length).toBeGreaterThanOrEqual(count)
})

it('keeps its shares and its supply when it grows tenfold', () => {
  const borough = makeBorough({seed: 7, children: 4700, today})
  const share = (of: string) => measure(borough).find(({name}) => name === of)?.count
  expect([share('in-house fostering'), share('IFA fostering')]).toEqual([1363, 1927])
  expect(borough.referrals).toHaveLength(250)
  expect(borough.homes.length).toBeGreaterThan(2900)
  expect(borough.homes.length).toBeLessThan(3700)
})
