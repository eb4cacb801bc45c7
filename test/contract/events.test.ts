import {readdirSync, readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {describe, expect, test} from 'vitest'
import * as z from 'zod'
import type {ReferralId, ShortlistId} from '../../domain/ids.ts'
import {EVENTS} from '../../events/catalogue.ts'
import {householdChanged} from '../../events/household-changed.v1.ts'
import {referralOpened} from '../../events/referral-opened.v1.ts'
import {shortlistMade} from '../../events/shortlist-made.v1.ts'
import {householdId, LEWISHAM} from '../support/matching.ts'

const folder = new URL('../../events/', import.meta.url)
const read = (path: string) =>
  JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Record<string, unknown>
const AT = '2026-11-23T09:30:00.000Z'
const made = [
  householdChanged({authorityId: LEWISHAM, householdId: householdId('h'), householdVersion: 7}, AT),
  referralOpened({authorityId: LEWISHAM, referralId: 'r' as ReferralId, referralVersion: 1}, AT),
  shortlistMade(
    {
      authorityId: LEWISHAM,
      shortlistId: 's' as ShortlistId,
      referralId: 'r' as ReferralId,
      referralVersion: 1,
      policyVersion: 1,
      supplyFingerprint: 'a'.repeat(64),
    },
    AT,
  ),
]

describe.each(EVENTS.map(contract => [contract.name, contract] as const))('%s', (_, {type, schema}) => {
  const committed = read(`generated/${type}.json`)
  const example = read(`examples/${type}.json`)
  const ajv = new Ajv2020({strict: false})
  formats.default(ajv)
  const validate = ajv.compile(committed)

  test('has the JSON Schema that is committed', () => {
    expect(committed).toEqual({$id: `/events/${type}.json`, ...z.toJSONSchema(schema)})
  })

  test('has an example that its schema takes, and takes no fact beside', () => {
    expect(validate(example)).toBe(true)
    expect(schema.safeParse(example).success).toBe(true)
    const leaking = {...example, data: {...(example['data'] as object), dob: '2016-06-01'}}
    expect(validate(leaking)).toBe(false)
    expect(schema.safeParse(leaking).success).toBe(false)
  })

  test('is what its maker makes, with the attributes of CloudEvents 1.0', () => {
    const event = made.find(each => each.type === type)!
    expect(schema.parse(event)).toEqual(event)
    expect(validate(event)).toBe(true)
    // CloudEvents: extension names are lower-case letters and digits, at most 20.
    expect(Object.keys(event).every(name => /^[a-z0-9]{1,20}$/.test(name))).toBe(true)
    expect(event).toMatchObject({
      specversion: '1.0',
      source: '/hearth/E09000023',
      dataclassification: 'OFFICIAL-SENSITIVE',
    })
  })
})

test('every committed schema and example belongs to an event of the catalogue', () => {
  const names = EVENTS.map(({type}) => `${type}.json`).toSorted()
  expect(readdirSync(new URL('generated/', folder)).toSorted()).toEqual(names)
  expect(readdirSync(new URL('examples/', folder)).toSorted()).toEqual(names)
})

test('an event is told from every other by its source and id', () => {
  expect(new Set(made.map(({source, id}) => `${source} ${id}`)).size).toBe(made.length)
})
