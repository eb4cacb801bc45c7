import {tmpdir} from 'node:os'
import {Readable} from 'node:stream'
import type {AuthorityId, ImportId} from '../domain/ids.ts'
import type {Problem} from '../functions/http/schemas/problem.ts'
import type {Workplace} from '../functions/imports/run-import.ts'
import {workOff} from '../functions/imports/work-off.ts'
import {tellOfApplications} from './application-story.ts'
import {
  type Call,
  type InMemoryService,
  inMemoryService,
  MANAGER,
  type ServedRoute,
} from './in-memory-service.ts'
import type {Example, Examples} from './openapi.ts'
import {tellOfPanel} from './panel-story.ts'
import {tellOfViews} from './recruitment-story.ts'

const LEWISHAM = 'E09000023'
const POSTCODES = {
  'SE6 4RU': {easting: 537600, northing: 173900},
  'SE13 6LH': {easting: 538200, northing: 174900},
  'SE23 3HN': {easting: 535400, northing: 172900},
}

const CHILD = {
  reference: 'LCS-104233',
  dob: '2018-03-14',
  sex: 'F',
  ethnicity: 'BAFR',
  religion: 'muslim',
  languages: ['so', 'en-GB'],
  home: {postcode: 'SE6 4RU'},
  homeAuthorityId: LEWISHAM,
  school: {location: {postcode: 'SE13 6LH'}, keep: true, keyStage4: false},
  needs: [{need: 'therapeutic', level: 'essential'}],
  siblingGroupId: 'SG-2207',
  familyTime: [{location: {easting: 537100, northing: 174400}, visitsAMonth: 2}],
  risks: [{risk: 'going-missing', level: 'low'}],
  preferences: {pets: 'no-dogs'},
  wishes: [{text: 'I want to stay at my school.', about: 'near-school', recordedOn: '2026-11-20'}],
  legalStatus: 'C2',
  uasc: false,
}

const HOUSEHOLD = {
  reference: 'FC-2091',
  kind: 'fostering',
  provider: {type: 'in-house'},
  approval: {
    from: '2023-05-02',
    terms: {
      places: 2,
      ages: {from: 0, to: 12},
      sexes: ['F', 'M', 'U'],
      kinds: ['short-term', 'long-term', 'emergency', 'respite'],
    },
  },
  home: {postcode: 'SE23 3HN'},
  authorityId: LEWISHAM,
  bedrooms: [
    {id: 'blue', shareable: true, groundFloor: false},
    {id: 'garden', shareable: false, groundFloor: true},
  ],
  members: [{relationship: 'carer', dob: '1979-08-02', sex: 'F'}],
  ethnicities: ['BAFR'],
  languages: ['so', 'en-GB'],
  skills: ['therapeutic'],
  pets: [],
  smoking: false,
  weeklyCost: {marginalPenceAWeek: 52_000, fullPenceAWeek: 71_000},
}

/** Approved for boys alone, so that there is somebody to exclude. */
const ANOTHER_HOUSEHOLD = {
  ...HOUSEHOLD,
  reference: 'FC-1840',
  provider: {type: 'ifa', agencyId: 'URN-SC012345'},
  approval: {...HOUSEHOLD.approval, terms: {...HOUSEHOLD.approval.terms, sexes: ['M']}},
}

const HOSPITAL = {
  name: 'University Hospital Lewisham',
  location: {postcode: 'SE13 6LH'},
  authorityId: LEWISHAM,
}

const REFERRAL = {urgency: 'planned', kind: 'short-term', neededFrom: '2026-12-01', siblings: 'together'}

/** Of three children one lives with the authority's own carers, and one row is wrong. */
const IMPORT = {
  year: 2026,
  files: [
    {
      name: 'header.csv',
      text: `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
LCS-100001,F,02/06/2014,BAFR,UN3,0,
LCS-100002,M,11/01/2012,WBRI,UN3,,
`,
    },
    {
      name: 'episodes.csv',
      text: `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
LCS-100001,04/05/2025,S,C2,N1,U6,PR1,,,,SE6 4RU,SE23 3HN,SC040000
LCS-100002,12/08/2025,S,C2,N1,U6,PR4,,,,SE6 4RU,SE13 6LH,SC040001
LCS-100003,12/08/2025,S,C2,N1,U6,PR4,,,,SE6 4RU,SE13 6LH,SC040001
`,
    },
  ],
}

/** What works on imports, beside a service in memory. */
export const workplaceOf = ({surroundings, files}: InMemoryService): Workplace => ({
  ...surroundings,
  uploads: {
    open: async key => {
      const bytes = files.get(key)
      return bytes === undefined ? null : Readable.from([bytes])
    },
  },
  folder: tmpdir(),
})

/**
 * One child's way from the first record to a replayed shortlist, lived through by the service itself: what it was
 * sent and what it answered are the examples of the contract. `finish` waits until an import is finished.
 */
export async function tell(
  service: InMemoryService = inMemoryService({postcodes: POSTCODES}),
  finish: (importId: string) => Promise<unknown> = importId =>
    workOff(workplaceOf(service), LEWISHAM as AuthorityId, importId as ImportId),
): Promise<Examples> {
  const examples: Record<string, Example> = {}
  const step = async (route: ServedRoute, call: Call = {}) => {
    const {status, json, text} = await service.call(route, call)
    if (status >= 300) throw new Error(`${route} answered ${status}: ${text}`)
    examples[route] = {...(call.body !== undefined && {request: call.body}), response: json}
    return json as {readonly id: string; readonly version: number; readonly [part: string]: unknown}
  }
  /** What nobody needs to see again. */
  const meanwhile: Meanwhile = async (route, call) => {
    const {status, json, text} = await service.call(route, call)
    if (status >= 300) throw new Error(`${route} answered ${status}: ${text}`)
    return json as Awaited<ReturnType<Meanwhile>>
  }
  const placing = async (route: ServedRoute, call: Call) =>
    ((await step(route, call)) as unknown as {readonly placements: readonly {readonly id: string}[]})
      .placements
  const ifMatch = (record: {readonly version: number}) => ({headers: {'if-match': `"${record.version}"`}})

  await step('createHousehold', {body: ANOTHER_HOUSEHOLD})
  const household = await step('createHousehold', {body: HOUSEHOLD})
  const ofHousehold = {params: {householdId: household.id}}
  await step('getHousehold', ofHousehold)
  await step('listHouseholds')
  const trained = {...HOUSEHOLD, skills: ['life-story-work', 'therapeutic']}
  await step('changeHousehold', {...ofHousehold, ...ifMatch(household), body: trained})

  const child = await step('createChild', {body: CHILD})
  const ofChild = {params: {childId: child.id}}
  const refused = await service.call('createChild', {body: {...CHILD, dob: '2018-02-30', nickname: 'Bea'}})
  examples['createChild'] = {...examples['createChild']!, refused: refused.json as Problem}
  await step('getChild', ofChild)
  await step('listChildren')
  await step('changeChild', {...ofChild, ...ifMatch(child), body: {...CHILD, legalStatus: 'C1'}})

  const referral = await step('openReferral', {body: {...REFERRAL, children: [child.id]}})
  const ofReferral = {params: {referralId: referral.id}}
  await step('getReferral', ofReferral)
  await step('listReferrals')
  const urgent = {
    ...REFERRAL,
    children: [child.id],
    urgency: 'urgent',
    note: 'The present carer has given notice.',
  }
  await step('changeReferral', {...ofReferral, ...ifMatch(referral), body: urgent})

  const shortlist = await step('makeShortlist', {
    ...ofReferral,
    body: {search: ['in-house', 'ifa'], limit: 5},
  })
  const ofShortlist = {params: {shortlistId: shortlist.id}}
  await step('getShortlist', ofShortlist)
  await step('listShortlists', ofReferral)
  await step('listExcluded', ofShortlist)
  await step('replayShortlist', {...ofShortlist, body: {}})

  const auditor = {...MANAGER, sub: 'b41d7f08-auditor', roles: '[auditor]'}
  await step('listAudit', {query: {record: `child/${child.id}`, limit: '3'}, claims: auditor})

  const asked = await step('recordApproach', {...ofReferral, body: {agencyId: 'URN-SC012345'}})
  const ofApproach = {params: {approachId: asked.id}}
  const offer = {weeklyCostPence: 98_000, validUntil: '2036-11-24T16:00:00.000Z'}
  await step('answerApproach', {...ofApproach, body: {answer: 'yes', offer}})
  await step('getApproach', ofApproach)
  await step('listApproaches', ofReferral)

  const held = await step('holdPlaces', {
    ...ofReferral,
    body: {householdId: household.id, shortlistId: shortlist.id, until: '2036-11-23T12:00:00.000Z'},
  })
  const ofHold = {params: {holdId: held.id}}
  await step('getHold', ofHold)
  await step('listHolds', ofReferral)
  await step('releaseHold', ofHold)

  const [placement] = await placing('startPlacement', {
    ...ofReferral,
    body: {householdId: household.id, startOn: '2026-12-01', shortlistId: shortlist.id},
  })
  const ofPlacement = {params: {placementId: placement!.id}}
  await step('getPlacement', ofPlacement)
  await step('listPlacements', {query: {childId: child.id}})
  await step('getCalendar', {...ofHousehold, query: {from: '2026-11-30', to: '2026-12-02'}})
  await step('listDue', {query: {until: '2026-12-31', limit: '2'}})
  await step('recordDone', {...ofPlacement, body: {kind: 'placement-plan', on: '2026-11-23'}})
  const correction = {from: '2026-12-02', until: null, reason: 'She came a day later.'}
  await placing('correctPlacement', {...ofPlacement, body: correction})
  const elsewhere = await meanwhile('createHousehold', {body: {...HOUSEHOLD, reference: 'FC-2207'}})
  await placing('startRespite', {
    ...ofPlacement,
    body: {householdId: elsewhere.id, from: '2027-01-08', until: '2027-01-11', code: {place: 'T3'}},
  })
  await placing('startHospitalStay', {...ofPlacement, body: {setting: HOSPITAL, from: '2027-01-18'}})
  const [, moved] = await placing('movePlacement', {
    ...ofPlacement,
    body: {householdId: elsewhere.id, on: '2027-02-01', reasonForChange: 'CREQO'},
  })
  await placing('endPlacement', {params: {placementId: moved!.id}, body: {on: '2027-03-01', rec: 'E4A'}})
  const ofAdult = {params: {placementId: await adultToBe(meanwhile)}}
  await tellOfPanel(step, ofAdult.params.placementId)
  await step('stayPut', {...ofAdult, body: {on: '2027-04-02', until: '2030-04-02'}})
  await step('endStayingPut', {...ofAdult, body: {on: '2029-09-01'}})

  await tellOfApplications(step, meanwhile)
  await tellOfViews(step, meanwhile, CHILD)

  const counting = {claims: {...MANAGER, roles: '[analyst]'}}
  const imported = await step('requestImport', {...counting, body: IMPORT})
  // A worker may be quicker than the next call, but not before the files are said to be there.
  const announced = await meanwhile('requestImport', {
    ...counting,
    body: {year: 2026, files: [{name: 'returns.zip', bytes: 24_000_000}]},
  })
  await step('startImport', {...counting, params: {importId: announced.id}, body: {}})
  await finish(imported.id)
  const ofImport = {...counting, params: {importId: imported.id}}
  await step('getImport', ofImport)
  await step('listImports', counting)
  await step('listFindings', ofImport)
  await step('getSufficiency', {query: {asAt: '2026-03-31'}})
  const ofFigure = {params: {indicatorId: 'own-provision-foster'}}
  await step('getTrend', {query: {from: '2026-02-01', to: '2026-03-31', indicator: 'foster'}})
  await step('getBreakdown', {...ofFigure, query: {asAt: '2026-03-31', by: 'age'}})
  await step('listIndicatorRows', {...ofFigure, query: {asAt: '2026-03-31'}})
  await step('exportEpisodes', {...counting, query: {year: '2026'}})
  await step('getReport', {query: {asAt: '2026-03-31', format: 'json'}})

  const policy = await step('getPolicy')
  const {id, version, createdAt, updatedAt, changedBy, ...settings} = policy as Record<string, unknown> &
    typeof policy
  await step('changePolicy', {
    ...ifMatch(policy),
    body: {...settings, suitabilityFloor: 70, reason: 'Agreed by the board.'},
  })
  return examples
}

type Meanwhile = (
  route: ServedRoute,
  call: Call,
) => Promise<{readonly id: string; readonly placements: readonly {readonly id: string}[]}>

/** A young woman with foster carers, soon to be 18; gives her placement. */
async function adultToBe(meanwhile: Meanwhile): Promise<string> {
  const {terms} = HOUSEHOLD.approval
  const approval = {...HOUSEHOLD.approval, terms: {...terms, ages: {from: 0, to: 17}}}
  const household = await meanwhile('createHousehold', {body: {...HOUSEHOLD, reference: 'FC-1633', approval}})
  const {school, ...facts} = CHILD
  const body = {...facts, reference: 'LCS-088210', dob: '2009-04-02', siblingGroupId: null}
  const child = await meanwhile('createChild', {body})
  const referral = await meanwhile('openReferral', {body: {...REFERRAL, children: [child.id]}})
  const {placements} = await meanwhile('startPlacement', {
    params: {referralId: referral.id},
    body: {householdId: household.id, startOn: '2026-12-01'},
  })
  return placements[0]!.id
}
