import {execFile} from 'node:child_process'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, it} from 'vitest'
import type {Location} from '../../../domain/location.ts'
import {childBody} from '../../../functions/http/schemas/child.ts'
import {householdBody} from '../../../functions/http/schemas/household.ts'
import {referralBody} from '../../../functions/http/schemas/referral.ts'
import {makeBorough} from '../../../sample/borough.ts'

const {children, homes, referrals, placements, postcodes} = makeBorough({
  seed: 5,
  children: 470,
  today: '2026-11-23',
})

const faultsOf = (result: {readonly success: boolean; readonly error?: {readonly message: string}}) =>
  result.success ? null : result.error?.message

it('is what the API takes: children, households and referrals, every one of them', () => {
  for (const {id, ...child} of children) expect(faultsOf(childBody.safeParse(child))).toBeNull()
  for (const {
    household: {id, ...household},
  } of homes)
    expect(faultsOf(householdBody.safeParse(household))).toBeNull()
  for (const {id, ...referral} of referrals) expect(faultsOf(referralBody.safeParse(referral))).toBeNull()
})

it('has every location in its gazetteer, under the authority in whose area it lies', () => {
  const gazetteer = new Map(postcodes.map(each => [each.postcode as string | null, each]))
  expect(gazetteer.size).toBe(postcodes.length)
  const expectHeld = ({postcode, easting, northing}: Location) =>
    expect(gazetteer.get(postcode)).toMatchObject({easting, northing})
  for (const {location, authorityId} of placements) {
    expectHeld(location)
    expect(gazetteer.get(location.postcode)?.authorityId).toBe(authorityId)
  }
  for (const {household} of homes) {
    expectHeld(household.home)
    expect(gazetteer.get(household.home.postcode)?.authorityId).toBe(household.authorityId)
  }
  for (const {home, school, familyTime = []} of children) {
    if (home) expectHeld(home)
    if (school) expectHeld(school.location)
    for (const {location} of familyTime) expectHeld(location)
  }
})

it('holds Catford where it is, and every grid reference in Great Britain', () => {
  expect(postcodes.find(({postcode}) => postcode === 'SE6 4RU')).toMatchObject({
    easting: 537_600,
    northing: 173_900,
  })
  for (const {postcode, easting, northing} of postcodes) {
    expect(postcode).toMatch(/^[A-Z]{1,2}\d{1,2} \d[ABD-HJLNP-UW-Z]{2}$/)
    // England from Brighton to Leeds and from Liverpool to Norwich, all of it land but for a strip of the coast.
    expect(easting).toBeGreaterThan(334_000)
    expect(easting).toBeLessThan(640_000)
    expect(northing).toBeGreaterThan(100_000)
    expect(northing).toBeLessThan(438_000)
  }
})

it('is written to files that say the same, with the shares printed beside their targets', async () => {
  const out = await mkdtemp(join(tmpdir(), 'hearth-sample-'))
  try {
    const args = ['sample/write-sample.ts', '--seed', '5', '--children', '470', '--out', out]
    const {stdout} = await promisify(execFile)(process.execPath, args)
    expect(stdout).toMatch(/IFA fostering +193 of 470 +41.1% +41%/)
    const read = async (name: string) => readFile(join(out, name), 'utf8')
    expect(JSON.parse(await read('children.json'))).toEqual(children)
    expect(JSON.parse(await read('households.json'))).toEqual(homes)
    expect(JSON.parse(await read('placements.json'))).toEqual(placements)
    expect(JSON.parse(await read('referrals.json'))).toEqual(referrals)
    expect((await read('postcodes.csv')).split('\n')).toContain('SE6 4RU,E99999999,E09000023,537600,173900')
  } finally {
    await rm(out, {recursive: true})
  }
})

it('is written with its returns of eleven years, and what its panel turns on, where they are asked for', async () => {
  const out = await mkdtemp(join(tmpdir(), 'hearth-sample-'))
  try {
    const args = ['sample/write-sample.ts', '--children', '20', '--out', out, '--returns', '--panel']
    await promisify(execFile)(process.execPath, args)
    expect((await readdir(join(out, 'returns'))).toSorted()).toEqual(
      Array.from({length: 11}, (_, index) => `${2017 + index}`),
    )
    expect(await readdir(out)).toEqual(expect.arrayContaining(['costs.csv', 'households.csv']))
    expect(await readFile(join(out, 'returns/2027/episodes.csv'), 'utf8')).toMatch(/^CHILD,DECOM,RNE,/)
    expect((await readdir(join(out, 'panel'))).toSorted()).toEqual([
      'costs.csv',
      'placements.csv',
      'policy.json',
    ])
  } finally {
    await rm(out, {recursive: true})
  }
})

it('refuses options that make no sense, with the usage', async () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['sample/write-sample.ts', ...args])
  await expect(run('--children', 'many')).rejects.toThrow(/--children must be a whole number/)
  await expect(run('--today', '2026-02-30')).rejects.toThrow(/--today must be a day/)
  await expect(run('--seeds', '7')).rejects.toThrow(/npm run sample --/)
})
