import {describe, expect, it} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {upTo} from '../recruitment/an-application.ts'
import {CHILD, given, ifMatch, officer, pointersIn, problemIn, REFERRAL} from './a-borough.ts'
import {APPROVAL, aRecruitment, ENQUIRY, TERMS} from './a-recruitment.ts'

const manager = {claims: officer('E09000023')}

describe('an enquiry', () => {
  it('opens an application with its clocks, and is told of', async () => {
    const {shown, events} = await aRecruitment(ENQUIRY, [])
    expect(await shown()).toMatchObject({
      ...ENQUIRY,
      version: 1,
      stage: 'enquiry',
      since: '2026-02-02',
      ending: null,
      householdId: null,
      clocks: [{kind: 'response', dueOn: '2026-02-03', state: 'overdue'}],
    })
    expect(await events()).toEqual(['application-opened'])
  })

  it('that cannot be is refused with every fault at once', async () => {
    const {service, ofApplication} = await aRecruitment()
    const campaignId = '019ab000-0000-7000-8000-00000000abcd'
    const wrong = {
      ...ENQUIRY,
      kind: 'connected-person',
      enquiry: {on: '2026-11-24', source: 'event', campaignId},
      applicants: [{dob: '2026-11-24'}],
    }
    expect(
      pointersIn(await service.call('openApplication', {...manager, body: {...wrong, reference: 'FA-2'}})),
    ).toEqual(['/applicants/0/dob', '/enquiry/campaignId', '/enquiry/on'])
    const taken = await service.call('openApplication', {...manager, body: ENQUIRY})
    expect(problemIn(taken)).toMatchObject({status: 409, type: '/problems#reference-taken'})
    const {version} = await given(service, 'getApplication', ofApplication)
    const moved = {...ENQUIRY, enquiry: {...ENQUIRY.enquiry, on: '2026-02-04'}}
    const reply = await service.call('changeApplication', {
      ...ofApplication,
      ...ifMatch(version),
      body: moved,
    })
    expect(problemIn(reply).errors).toMatchObject([
      {pointer: '/enquiry/on', detail: 'must not be after what followed on 3 February 2026'},
    ])
  })

  it('is replaced only by whoever has seen it as it is', async () => {
    const {service, ofApplication} = await aRecruitment(ENQUIRY, upTo('first-contact'))
    const body = {...ENQUIRY, applicants: [...ENQUIRY.applicants, {dob: '1980-01-01'}]}
    const late = await service.call('changeApplication', {...ofApplication, ...ifMatch(1), body})
    expect(problemIn(late)).toMatchObject({status: 412, currentVersion: 2})
    const changed = await given(service, 'changeApplication', {...ofApplication, ...ifMatch(2), body})
    expect(changed).toMatchObject({version: 3, stage: 'contacted', applicants: body.applicants})
  })

  it('belongs to a campaign of the authority, whose cost can be corrected', async () => {
    const {service} = await aRecruitment(ENQUIRY, [])
    const facts = {name: 'Spring', source: 'event', from: '2026-01-05', costPence: 90_000}
    const campaign = await given(service, 'createCampaign', {...manager, body: facts})
    const enquiry = {...ENQUIRY.enquiry, campaignId: campaign.id}
    const body = {...ENQUIRY, reference: 'FA-2', enquiry}
    expect(await given(service, 'openApplication', {...manager, body})).toMatchObject({enquiry})
    const of = {...manager, params: {campaignId: campaign.id}}
    const dearer = {...facts, costPence: 95_000}
    await given(service, 'changeCampaign', {...of, ...ifMatch(1), body: dearer})
    expect(problemIn(await service.call('changeCampaign', {...of, ...ifMatch(1), body: facts})).status).toBe(
      412,
    )
    const reply = await service.call('listCampaigns', manager)
    expect(reply.json).toMatchObject({items: [{version: 2, costPence: 95_000, until: null}]})
  })
})

describe('applications', () => {
  it('are listed by stage with what is late, and without a stage the newest first', async () => {
    const {service, ofApplication} = await aRecruitment(ENQUIRY, upTo('home-visit'))
    await given(service, 'openApplication', {...manager, body: {...ENQUIRY, reference: 'FA-2'}})
    const list = async (query: Record<string, string>) =>
      (await service.call('listApplications', {...manager, query})).json as {
        items: {id: string; reference: string; clocks: {state: string}[]}[]
        next: string | null
      }
    const visited = await list({stage: 'visited'})
    expect(visited.items.map(({id}) => id)).toEqual([ofApplication.params.applicationId])
    const {items} = await list({stage: 'enquiry'})
    expect(items[0]?.clocks.map(({state}) => state)).toEqual(['overdue'])
    const first = await list({limit: '1'})
    const second = await list({limit: '1', cursor: first.next!})
    expect([first, second].map(({items}) => items[0]?.reference)).toEqual(['FA-2', 'FA-1'])
    const wrong = await service.call('listApplications', {...manager, query: {stage: 'lost'}})
    expect(pointersIn(wrong)).toEqual(['query:/stage'])
  })

  it('of another authority are not there', async () => {
    const {service, ofApplication} = await aRecruitment()
    const bromley = {...ofApplication, claims: officer('E09000006', 'recruitment-officer')}
    expect(problemIn(await service.call('getApplication', bromley)).status).toBe(404)
    const reply = await service.call('recordMilestone', {...bromley, body: APPROVAL})
    expect(problemIn(reply)).toMatchObject({status: 404, detail: 'Your authority has no such application.'})
  })
})

describe('a decision to approve', () => {
  it('makes the household in one transaction, and the next shortlist finds it', async () => {
    const {service, record, shown, events} = await aRecruitment()
    const reply = await record(APPROVAL)
    expect(reply).toMatchObject({status: 201, json: {stage: 'approved', since: '2026-09-02'}})
    const {householdId} = await shown()
    const home = await given(service, 'getHousehold', {...manager, params: {householdId: householdId!}})
    expect(home).toMatchObject({
      version: 1,
      kind: 'fostering',
      provider: {type: 'in-house'},
      approval: {from: '2026-09-02', until: null, route: 'full', terms: TERMS},
      home: {postcode: 'SE6 4RU', easting: 537600},
      skills: ['therapeutic'],
      status: {state: 'available'},
    })
    expect((await events()).slice(-2)).toEqual(['milestone-recorded', 'household-approved'])
    const child = await given(service, 'createChild', {...manager, body: CHILD})
    const referral = await given(service, 'openReferral', {
      ...manager,
      body: {...REFERRAL, children: [child.id]},
    })
    const shortlist = await given(service, 'makeShortlist', {
      ...manager,
      params: {referralId: referral.id},
      body: {},
    })
    expect(shortlist['options']).toMatchObject([{householdId}])
  })

  it('is taken once: a second one is refused with words, and the same request again gets the first answer', async () => {
    const {service, ofApplication, record, shown} = await aRecruitment()
    const again = {...ofApplication, body: APPROVAL, headers: {'idempotency-key': 'approve-1'}}
    const first = await service.call('recordMilestone', again)
    expect((await service.call('recordMilestone', again)).text).toBe(first.text)
    const second = await record({...APPROVAL, home: {...APPROVAL.home, reference: 'FC-10'}})
    expect(problemIn(second)).toMatchObject({
      status: 409,
      type: '/problems#not-in-order',
      detail: 'Decision is recorded already, on 2 September 2026.',
    })
    const {json} = await service.call('listHouseholds', manager)
    expect((json as {items: {id: string}[]}).items.map(({id}) => id)).toEqual([(await shown()).householdId])
  })

  it('twice at once makes one household', async () => {
    const {service, record, shown} = await aRecruitment()
    const replies = await Promise.all([
      record(APPROVAL),
      record({...APPROVAL, home: {...APPROVAL.home, reference: 'FC-10'}}),
    ])
    expect(replies.map(({status}) => status).toSorted()).toEqual([201, 409])
    const {json} = await service.call('listHouseholds', manager)
    expect((json as {items: {id: string}[]}).items.map(({id}) => id)).toEqual([(await shown()).householdId])
  })

  it.each<[string, object, string, string]>([
    ['no terms', {terms: undefined}, '/terms', 'is required'],
    ['terms of no places', {terms: {...TERMS, places: 0}}, '/terms/places', 'must be at least 1'],
    ['no home', {home: undefined}, '/home', 'is required'],
    [
      'terms that exceed the bedrooms',
      {terms: {...TERMS, places: 3}},
      '/overBedrooms',
      '3 places and 1 bedroom: say why',
    ],
    [
      'a day to come',
      {on: '2026-11-24'},
      '/on',
      'decision cannot be recorded before it happens, on 24 November 2026',
    ],
  ])('with %s is refused with words, and nothing is written', async (_, facts, pointer, detail) => {
    const {service, record, shown} = await aRecruitment()
    const before = await shown()
    const problem = problemIn(await record({...APPROVAL, ...facts}))
    expect(problem).toMatchObject({status: 422, errors: [{pointer, detail}]})
    expect(await shown()).toEqual(before)
    expect((await service.call('listHouseholds', manager)).json).toMatchObject({items: []})
  })

  it('with more places than bedrooms needs a reason, and keeps it', async () => {
    const {record, shown} = await aRecruitment()
    const overBedrooms = 'Two brothers under four may share.'
    expect((await record({...APPROVAL, terms: {...TERMS, places: 2}, overBedrooms})).status).toBe(201)
    expect((await shown()).milestones.at(-1)).toMatchObject({kind: 'decision', overBedrooms})
  })

  it('of a home whose reference another household has is refused', async () => {
    const {service, record, shown} = await aRecruitment()
    await record(APPROVAL)
    const other = await given(service, 'openApplication', {...manager, body: {...ENQUIRY, reference: 'FA-2'}})
    const of = {...manager, params: {applicationId: other.id}}
    const {milestones} = await shown()
    for (const milestone of milestones.slice(0, -1))
      await given(service, 'recordMilestone', {...of, body: milestone})
    const reply = await service.call('recordMilestone', {...of, body: APPROVAL})
    expect(problemIn(reply).type).toBe('/problems#reference-taken')
    expect(await given(service, 'getApplication', of)).toMatchObject({householdId: null, stage: 'panel-held'})
  })
})

describe('what happens to an approval happens to the household', () => {
  const approved = async () => {
    const recruitment = await aRecruitment()
    await recruitment.record(APPROVAL)
    const {householdId} = await recruitment.shown()
    const of = {...manager, params: {householdId: householdId!}}
    return {...recruitment, household: () => given(recruitment.service, 'getHousehold', of), of}
  }

  it('new terms, a suspension and its end, and a resignation', async () => {
    const {record, household, shown, events} = await approved()
    const terms = {...TERMS, ages: {from: 5, to: 12}}
    await record({
      kind: 'terms-changed',
      on: '2026-10-01',
      noticeOn: '2026-09-28',
      agreedOn: '2026-10-01',
      terms,
    })
    expect(await household()).toMatchObject({version: 2, approval: {terms}})
    const suspended = {kind: 'suspended', on: '2026-10-05', reason: 'An allegation is looked into.'}
    expect(pointersIn(await record({...suspended, until: '2026-10-04'}))).toEqual(['/until'])
    await record(suspended)
    expect(await household()).toMatchObject({status: {state: 'suspended', from: '2026-10-05'}})
    await record({kind: 'suspension-ended', on: '2026-10-20'})
    expect(await household()).toMatchObject({status: {state: 'available', from: '2026-10-20'}})
    await record({kind: 'review', on: '2026-11-02', continues: true, toPanel: true})
    await record({kind: 'resignation-received', on: '2026-11-16', reason: 'They move abroad.'})
    expect(await household()).toMatchObject({
      version: 5,
      approval: {until: addDays('2026-11-16', 28)},
      status: {state: 'notice-given'},
    })
    expect(await shown()).toMatchObject({stage: 'approved', ending: {kind: 'resigned', on: '2026-12-15'}})
    expect((await events()).slice(-2)).toEqual(['milestone-recorded', 'application-ended'])
  })

  it('needs an approval first', async () => {
    const {record} = await aRecruitment()
    const reply = await record({kind: 'resignation-received', on: '2026-10-01', reason: 'They retire.'})
    expect(problemIn(reply)).toMatchObject({
      type: '/problems#not-in-order',
      detail: 'Resignation received needs an approval first.',
    })
  })

  it('the day of the decision, corrected, is the day from which they are approved', async () => {
    const {service, ofApplication, shown, household, events} = await approved()
    const {milestones, version} = await shown()
    const correct = (number: number, on: string, of = version) =>
      service.call('correctMilestone', {
        ...ofApplication,
        params: {...ofApplication.params, number: String(number)},
        ...ifMatch(of),
        body: {on, reason: 'Mistyped.'},
      })
    expect(problemIn(await correct(milestones.length, '2026-09-03', 1)).status).toBe(412)
    expect(problemIn(await correct(99, '2026-09-03')).detail).toBe('Your authority has no such milestone.')
    expect(problemIn(await correct(2, '2026-02-02')).detail).toBe(
      'Home visit cannot come before first contact of 3 February 2026.',
    )
    await correct(2, '2026-02-10')
    expect(await household()).toMatchObject({version: 1})
    const corrected = await correct(milestones.length, '2026-09-03', version + 1)
    expect(corrected.json).toMatchObject({
      version: version + 2,
      since: '2026-09-03',
      corrections: [
        {milestone: 'home-visit'},
        {milestone: 'decision', from: '2026-09-02', to: '2026-09-03', reason: 'Mistyped.'},
      ],
    })
    expect(await household()).toMatchObject({version: 2, approval: {from: '2026-09-03'}})
    expect((await events()).at(-1)).toBe('milestone-corrected')
  })
})

describe('a connected person', () => {
  it('may have the child before the decision; the full approval is of the same household', async () => {
    const kin = {...ENQUIRY, kind: 'connected-person'}
    const {service, record, shown, events} = await aRecruitment(kin, upTo('stage-1-started'))
    const child = await given(service, 'createChild', {...manager, body: CHILD})
    const {outcome, kind, ...making} = APPROVAL
    const temporary = {...making, kind: 'temporary-approval', on: '2026-03-10'}
    expect(pointersIn(await record(temporary))).toEqual(['/terms/namedChildren'])
    const terms = {...TERMS, namedChildren: [child.id]}
    expect((await record({...temporary, terms})).status).toBe(201)
    const {householdId} = await shown()
    const of = {...manager, params: {householdId: householdId!}}
    expect(await given(service, 'getHousehold', of)).toMatchObject({
      kind: 'connected-person',
      approval: {route: 'regulation-24', from: '2026-03-10', until: '2026-06-30'},
    })
    await record({kind: 'temporary-approval-extended', on: '2026-06-20'})
    expect(await given(service, 'getHousehold', of)).toMatchObject({approval: {until: '2026-08-25'}})
    for (const milestone of upTo('minutes-received').slice(upTo('stage-1-started').length))
      expect((await record(milestone)).status).toBe(201)
    expect((await record({...APPROVAL, terms})).json).toMatchObject({householdId, stage: 'approved'})
    expect(await given(service, 'getHousehold', of)).toMatchObject({
      version: 3,
      approval: {route: 'full', until: null},
    })
    expect((await events()).filter(type => type === 'household-approved')).toHaveLength(2)
  })
})

describe('a host of supported lodgings', () => {
  it('is approved for young people of 16 and 17 alone, with the registration of the provider', async () => {
    const {service, record} = await aRecruitment({...ENQUIRY, kind: 'supported-lodgings'})
    const registration = {urn: 'SC999001', status: 'registered'}
    const {places, sexes} = TERMS
    const terms = {places, sexes, ages: {from: 15, to: 17}, kinds: ['supported-lodgings']}
    expect(pointersIn(await record({...APPROVAL, terms, registration}))).toEqual(['/terms/ages/from'])
    const reply = await record({...APPROVAL, terms: {...terms, ages: {from: 16, to: 17}}, registration})
    const {householdId} = reply.json as {householdId: string}
    const home = await given(service, 'getHousehold', {...manager, params: {householdId}})
    expect(home).toMatchObject({kind: 'supported-lodgings', approval: {registration}})
  })
})

describe('carers of another service', () => {
  it('are approved once that service has ended its approval', async () => {
    const {record} = await aRecruitment({...ENQUIRY, transferFrom: {service: 'Another service'}})
    expect(problemIn(await record(APPROVAL))).toMatchObject({
      status: 409,
      detail: 'Another service approves these carers, and must end that first.',
    })
    expect((await record({kind: 'previous-approval-ended', on: '2026-09-01'})).status).toBe(201)
    expect((await record(APPROVAL)).status).toBe(201)
  })
})

describe('an application that was withdrawn', () => {
  it('takes no milestone any more, and says why', async () => {
    const {record, shown, events} = await aRecruitment(ENQUIRY, upTo('home-visit'))
    await record({kind: 'withdrawn', on: '2026-02-20', code: 'AW3', reason: 'A new job.'})
    expect(await shown()).toMatchObject({
      stage: 'withdrawn',
      ending: {kind: 'withdrawn', code: 'AW3', reason: 'A new job.'},
    })
    expect((await events()).at(-1)).toBe('application-ended')
    expect(problemIn(await record({kind: 'application-accepted', on: '2026-03-02'}))).toMatchObject({
      status: 409,
      detail: 'Application accepted cannot be recorded: the application was withdrawn (20 February 2026).',
    })
  })
})

describe('clocks', () => {
  it('stand still for a reason, and run again from the day that is given', async () => {
    const {service, ofApplication, shown} = await aRecruitment(ENQUIRY, upTo('application-accepted'))
    const pause = (body: object) => service.call('pauseClocks', {...ofApplication, body})
    expect(pointersIn(await pause({on: '2026-03-09', reason: ' '}))).toEqual(['/reason'])
    expect((await pause({on: '2026-03-09', reason: 'A bereavement.'})).status).toBe(201)
    expect(problemIn(await pause({on: '2026-03-12', reason: 'Again.'}))).toMatchObject({
      status: 409,
      detail: 'The clocks have stood still since 9 March 2026.',
    })
    const stood = (await shown())['clocks'] as {kind: string; state: string}[]
    expect(stood.find(({kind}) => kind === 'panel')).toMatchObject({state: 'paused'})
    const resumed = await given(service, 'resumeClocks', {...ofApplication, body: {on: '2026-03-30'}})
    expect(resumed).toMatchObject({pauses: [{from: '2026-03-09', until: '2026-03-30'}]})
    expect((resumed['clocks'] as {kind: string}[]).find(({kind}) => kind === 'panel')).toMatchObject({
      dueOn: '2026-11-23',
      state: 'due',
    })
  })

  it('are listed among what is due, for those who recruit and nobody else', async () => {
    const {service, ofApplication} = await aRecruitment(ENQUIRY, upTo('first-contact'))
    const due = async (role: string) => {
      const reply = await service.call('listDue', {claims: officer('E09000023', role)})
      return (reply.json as {items: object[]}).items
    }
    expect(await due('recruitment-officer')).toMatchObject([
      {
        kind: 'recruitment-visit',
        about: {kind: 'application', ...ofApplication.params},
        state: 'lapsed',
        dueOn: '2026-02-10',
        words: 'visit the home, by 10 February 2026',
      },
    ])
    expect(await due('placements-manager')).toHaveLength(1)
    expect(await due('placements-officer')).toEqual([])
    expect(await due('panel-chair')).toEqual([])
  })

  it('follow the policy: without a panel none can be recorded, and the decision needs none', async () => {
    const {service, record} = await aRecruitment(ENQUIRY, upTo('stage-2-completed'))
    const policy = await given(service, 'getPolicy', manager)
    const {id, version, createdAt, updatedAt, changedBy, ...settings} = policy
    const recruitment = {panel: false, responseWorkingDays: 1, visitWorkingDays: 5}
    const body = {...settings, recruitment, reason: 'The law has dropped it.'}
    await given(service, 'changePolicy', {...manager, ...ifMatch(version), body})
    const panel = {kind: 'panel', on: '2026-08-20', recommends: 'approve'}
    expect(problemIn(await record(panel)).detail).toBe('The policy has no panel for approvals.')
    expect((await record(APPROVAL)).status).toBe(201)
  })
})
