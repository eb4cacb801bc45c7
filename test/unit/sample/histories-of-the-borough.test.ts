import {createHash} from 'node:crypto'
import {expect, it} from 'vitest'
import {addDays, ageOn} from '../../../domain/calendar.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {costExtract} from '../../../sample/return/cost-extract.ts'
import {householdList} from '../../../sample/return/household-list.ts'
import {makeHistories} from '../../../sample/return/make-return.ts'
import {returnFiles} from '../../../sample/return/return-files.ts'

const today = '2026-11-23'
const borough = makeBorough({seed: 7, children: 470, today})
const histories = makeHistories(borough)
const byReference = new Map(histories.map(history => [history.reference, history]))
const cells = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))

it('ends every child’s history where the borough has them now', () => {
  const children = new Map(borough.children.map(child => [child.id, child]))
  for (const {childId, from, code, location, setting} of borough.placements) {
    const {reference, legalStatus} = children.get(childId)!
    const {episodes} = byReference.get(reference)!
    const last = episodes.at(-1)!
    expect(last).toMatchObject({until: null, ceased: null, ...code, placementPostcode: location.postcode})
    expect(last.legalStatus).toBe(legalStatus)
    if (setting?.urn) expect(last.urn).toBe(setting.urn)
    // Their legal status may have changed since, or a stay in hospital lie between.
    const came = episodes.find(episode => episode.from === from)
    expect(['S', 'P', 'B', ...(code.place === 'A5' ? ['T', 'U'] : [])]).toContain(came?.began)
  }
})

it('gives the same files for the same seed, and others for another', () => {
  const digest = (seed: number) => {
    const files = returnFiles(makeBorough({seed, children: 60, today}))
    return createHash('sha256')
      .update(JSON.stringify([...files]))
      .digest('hex')
  }
  expect(digest(7)).toBe(digest(7))
  expect(digest(8)).not.toBe(digest(7))
})

it('tells ten years: children who left for every reason, and nobody in care at 18', () => {
  const ends = new Set(histories.map(({episodes}) => episodes.at(-1)!.ceased))
  for (const end of [
    'E4A',
    'E4B',
    'E11',
    'E12',
    'E41',
    'E45',
    'E46',
    'E47',
    'E5',
    'E6',
    'E17',
    'E3',
  ] as const)
    expect(ends).toContain(end)
  for (const {dob, episodes} of histories) {
    const {until} = episodes.at(-1)!
    expect(ageOn(dob, until ? addDays(until, -1) : today)).toBeLessThan(18)
  }
  const places = new Set(histories.flatMap(({episodes}) => episodes.map(({place}) => place)))
  for (const place of ['T1', 'T3', 'T4', 'U4', 'K2', 'K3', 'A6'] as const) expect(places).toContain(place)
  expect(histories.filter(({episodes}) => episodes[0]!.legalStatus === 'V4')).toHaveLength(12)
})

it('lists what every current placement costs, and what those before it did', () => {
  const rows = cells(costExtract(histories, today))
  const open = rows.filter(row => row[4] === '')
  const paid = borough.placements.filter(({weeklyCostPence}) => weeklyCostPence !== null)
  expect(open.map(row => Number(row[2])).toSorted()).toEqual(
    paid.map(({weeklyCostPence}) => weeklyCostPence!).toSorted(),
  )
  expect(rows.length).toBeGreaterThan(2000)
  for (const [child, provider, pence, from] of rows) {
    expect(byReference.has(child!)).toBe(true)
    expect(provider).not.toBe('')
    expect(Number(pence)).toBeGreaterThan(5_000)
    expect(from).toMatch(/^\d\d\/\d\d\/\d{4}$/)
  }
})

it('lists every household but those of parents, with its terms', () => {
  const rows = cells(householdList(borough))
  const households = borough.homes.map(({household}) => household).filter(({kind}) => kind !== 'parent')
  expect(rows.map(([reference]) => reference)).toEqual(households.map(({reference}) => reference))
  for (const [index, row] of rows.entries()) {
    const {provider, approval, bedrooms, status} = households[index]!
    expect(row).toHaveLength(16)
    expect(row[3]).toBe(provider.type)
    expect(row[4] === '').toBe(provider.type === 'in-house')
    expect(Number(row[7])).toBe(approval.terms.places)
    expect(row[10]!.split(' ')).toEqual(approval.terms.sexes)
    expect(Number(row[13])).toBe(bedrooms.length)
    expect(row[14]).toBe(status.state)
  }
})
