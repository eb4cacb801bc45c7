import {describe, expect, it} from 'vitest'
import type {InMemoryService} from '../../../contracts/in-memory-service.ts'
import {borough, given, HOUSEHOLD, ifMatch, officer, openedReferral, problemIn} from '../http/a-borough.ts'

const LEWISHAM = 'E09000023'
const placements = officer(LEWISHAM, 'placements-officer')
const HOME = {postcode: 'SE6 4RU', easting: 535400, northing: 172900}
const CONFIDENTIAL = {...HOUSEHOLD, home: HOME, confidential: true}

const confidentialHome = (service: InMemoryService) => given(service, 'createHousehold', {body: CONFIDENTIAL})

describe('a confidential household', () => {
  it('has an address only for those with the scope, alone and in a list', async () => {
    const service = borough()
    const made = await confidentialHome(service)
    expect(made).toMatchObject({confidential: true, home: HOME})
    const params = {householdId: made.id}
    for (const role of ['placements-manager', 'recruitment-officer'])
      expect(await given(service, 'getHousehold', {params, claims: officer(LEWISHAM, role)})).toMatchObject({
        home: HOME,
      })
    const seen = await service.call('getHousehold', {params, claims: placements})
    expect(seen.json).toMatchObject({confidential: true, home: null, authorityId: LEWISHAM})
    const listed = await service.call('listHouseholds', {claims: placements})
    expect(listed.json).toMatchObject({items: [{confidential: true, home: null}]})
    for (const fact of ['SE6', '535400', '172900']) expect(seen.text + listed.text).not.toContain(fact)
  })

  it('is not told to whoever changes it without the scope', async () => {
    const service = borough()
    const made = await confidentialHome(service)
    const claims = {...officer(LEWISHAM, 'analyst'), scope: 'recruitment'}
    const body = {...CONFIDENTIAL, smoking: false}
    const changed = await given(service, 'changeHousehold', {
      params: {householdId: made.id},
      ...ifMatch(1),
      body,
      claims,
    })
    expect(changed).toMatchObject({smoking: false, home: null})
  })

  it('shows its address behind the glass, with a reason that goes on record', async () => {
    const service = borough()
    const made = await confidentialHome(service)
    const params = {householdId: made.id}
    const headers = {'x-break-glass': 'Police need the address now'}
    expect(await given(service, 'getHousehold', {params, headers, claims: placements})).toMatchObject({
      home: HOME,
    })
    const audit = {query: {record: `household/${made.id}`, limit: '1'}, claims: officer(LEWISHAM, 'auditor')}
    expect((await given(service, 'listAudit', audit))['items']).toMatchObject([
      {
        what: 'getHousehold',
        breakGlass: true,
        why: 'Police need the address now',
        roles: ['placements-officer'],
      },
    ])
    const recruiter = {...officer(LEWISHAM, 'analyst'), scope: 'recruitment'}
    expect(problemIn(await service.call('getHousehold', {params, headers, claims: recruiter})).status).toBe(
      403,
    )
    const silent = await service.call('getHousehold', {
      params,
      headers: {'x-break-glass': ' '},
      claims: placements,
    })
    expect(problemIn(silent).errors).toMatchObject([{pointer: '/x-break-glass'}])
  })
})

describe('a shortlist with a confidential household', () => {
  interface Shortlist {
    readonly options: readonly {
      readonly householdId: string
      readonly distanceMiles: number
      readonly considerations: readonly {readonly name: string; readonly words: string}[]
    }[]
  }
  const words = ({options}: Shortlist) =>
    options[0]!.considerations.find(({name}) => name === 'locality.home')!.words

  it('gives others whole miles and no word of a place, and the same shortlist in full to those with the scope', async () => {
    const service = borough()
    await confidentialHome(service)
    const referral = await openedReferral(service)
    const made = await service.call('makeShortlist', {params: {referralId: referral.id}, claims: placements})
    const shortlist = made.json as Shortlist & {readonly id: string}
    expect([shortlist.options[0]!.distanceMiles, words(shortlist)]).toEqual([2, 'about 2 miles from home'])
    const params = {shortlistId: shortlist.id}
    expect((await service.call('getShortlist', {params, claims: placements})).text).toBe(made.text)
    const full = (await service.call('getShortlist', {params})).json as Shortlist
    expect([full.options[0]!.distanceMiles, words(full)]).toEqual([1.5, '1.5 miles from home (SE6)'])
    expect(await given(service, 'replayShortlist', {params, claims: placements})).toEqual({identical: true})
  })

  it('keeps a home that became confidential afterwards', async () => {
    const service = borough()
    const home = await given(service, 'createHousehold', {body: {...CONFIDENTIAL, confidential: false}})
    const referral = await openedReferral(service)
    const shortlist = await given(service, 'makeShortlist', {
      params: {referralId: referral.id},
      claims: placements,
    })
    await given(service, 'changeHousehold', {
      params: {householdId: home.id},
      ...ifMatch(1),
      body: CONFIDENTIAL,
    })
    const seen = await service.call('getShortlist', {params: {shortlistId: shortlist.id}, claims: placements})
    expect(words(seen.json as Shortlist)).toBe('about 2 miles from home')
  })
})
