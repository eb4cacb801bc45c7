import {Metrics} from '@aws-lambda-powertools/metrics'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import type {ApplicationId, AuthorityId} from '../../../domain/ids.ts'
import {applicationItems} from '../../../functions/store/applications.ts'
import {emitIndicators} from '../../../functions/sufficiency/emit-indicators.ts'
import {EMITTED, metricNameOf} from '../../../functions/sufficiency/indicator-metrics.ts'
import {CHILD, given, ifMatch} from '../http/a-borough.ts'
import {aHome, placed} from '../http/a-home.ts'
import {anApplication, having} from '../recruitment/an-application.ts'
import {figure} from './a-history.ts'

const LEWISHAM = 'E09000023' as AuthorityId
const NOBODYS = 'E09000001' as AuthorityId
/** After the children of `placed` have come. */
const AT = '2026-12-10T05:00:00.000Z'

interface Emitted {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string
      readonly Dimensions: readonly (readonly string[])[]
      readonly Metrics: readonly {readonly Name: string; readonly Unit: string}[]
    }[]
  }
  readonly [name: string]: unknown
}

let printed: string[]
beforeEach(() => {
  printed = []
  vi.spyOn(process.stdout, 'write').mockImplementation(text => printed.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())

type Service = Awaited<ReturnType<typeof aHome>>['service']

async function emitted({surroundings}: Service, ...authorities: readonly AuthorityId[]) {
  const metrics = new Metrics({namespace: 'Hearth/test', serviceName: 'EmitIndicators'})
  const outcome = await emitIndicators({...surroundings, metrics}, authorities, AT)
  return {outcome, documents: printed.map(line => JSON.parse(line) as Emitted)}
}

const shapeOf = ({_aws}: Emitted) => _aws.CloudWatchMetrics[0]!
const namesIn = (document: Emitted) => shapeOf(document).Metrics.map(({Name}) => Name)
const havingMetric = (documents: readonly Emitted[], name: string) =>
  documents.filter(document => namesIn(document).includes(name))

/** Lewisham with one child in its own provision, and such targets. */
async function aBorough(targets: readonly object[] = []) {
  const {service, householdId} = await aHome()
  await placed(service, householdId)
  const {id, version, createdAt, updatedAt, changedBy, ...settings} = await given(service, 'getPolicy')
  const sufficiency = {population: null, highCostPenceAWeek: 500_000, targets}
  const body = {...settings, sufficiency, reason: 'Agreed by the board.'}
  await given(service, 'changePolicy', {...ifMatch(version), body})
  return service
}

describe('the figures of an authority', () => {
  it('are one document, with the authority as dimension', async () => {
    const {documents, outcome} = await emitted(await aBorough(), LEWISHAM)
    expect(outcome).toEqual({emitted: 1, failed: []})
    const [document, ...others] = havingMetric(documents, 'children-looked-after')
    expect(others).toEqual([])
    expect(shapeOf(document!)).toMatchObject({
      Namespace: 'Hearth/test',
      Dimensions: [['service', 'authority']],
    })
    expect(document).toMatchObject({
      service: 'EmitIndicators',
      authority: LEWISHAM,
      'children-looked-after': 1,
      'own-provision-foster': 100,
      'all-ifa-foster': 0,
      'places-vacant': 1,
    })
  })

  it('have shares in percent, and all others as counts; of money the name says that it is pence', async () => {
    const {documents} = await emitted(await aBorough(), LEWISHAM)
    const unitOf = new Map(shapeOf(documents[0]!).Metrics.map(({Name, Unit}) => [Name, Unit]))
    expect(unitOf.get('own-provision-foster')).toBe('Percent')
    expect(unitOf.get('children-looked-after')).toBe('Count')
    expect(unitOf.get('weekly-spend-pence')).toBe('Count')
    for (const id of EMITTED)
      expect(metricNameOf(id).endsWith('-pence'), id).toBe(figure(id, {}).unit.startsWith('pence'))
  })

  it('leave out what has no value: a rate without a population, a share of nobody', async () => {
    const {documents} = await emitted(await aBorough(), LEWISHAM)
    const names = namesIn(documents[0]!)
    expect(names).not.toContain('rate-per-10000')
    expect(names).not.toContain('siblings-together')
    expect(names).toContain('three-or-more-placements')
  })

  it('name no child, household or referral', async () => {
    const service = await aBorough([{indicator: 'own-provision-foster', atLeast: 60, atMost: null}])
    const children = await given(service, 'listChildren')
    const [child] = children['items'] as readonly {id: string; reference: string}[]
    await emitted(service, LEWISHAM)
    const all = printed.join('')
    for (const fact of [child!.id, child!.reference, CHILD.home.postcode, 'FC-1', '019ab000'])
      expect(all).not.toContain(fact)
  })
})

describe('the pipeline of recruitment', () => {
  it('is told stage by stage, with those in which nobody stands, and names nobody', async () => {
    const service = await aBorough()
    const all = [1, 2, 3].map(n =>
      anApplication({id: `application-${n}` as ApplicationId, reference: `FA-${n}`}),
    )
    const contacted = having(all[0]!, [{kind: 'first-contact', on: '2026-02-03'}])
    await service.surroundings.table.putUnseen(
      [contacted, all[1]!, all[2]!].flatMap(each => applicationItems(LEWISHAM, each, AT)),
    )
    const {documents} = await emitted(service, LEWISHAM)
    const [whole, ...stages] = havingMetric(documents, 'recruitment-open')
    expect(whole).toMatchObject({'recruitment-open': 3, 'recruitment-approvals': 0, 'households-net': 0})
    expect(shapeOf(stages[0]!).Dimensions).toEqual([['service', 'authority', 'stage']])
    const counts = stages.map(each => [each['stage'], each['recruitment-open']])
    expect(counts).toHaveLength(8)
    expect(counts.slice(0, 3)).toEqual([
      ['enquiry', 2],
      ['contacted', 1],
      ['visited', 0],
    ])
    expect(printed.join('')).not.toMatch(/application-1|FA-1/)
  })
})

describe('the targets of an authority', () => {
  const missed = {indicator: 'all-ifa-foster', atLeast: 10, atMost: null}
  const reached = {indicator: 'own-provision-foster', atLeast: 60, atMost: null}
  const passed = {indicator: 'children-looked-after', atLeast: null, atMost: 0}
  const unknown = {indicator: 'siblings-together', atLeast: 80, atMost: null}

  it('that are missed are counted, for the authority and for the alarm that knows none', async () => {
    const {documents} = await emitted(await aBorough([missed, reached, passed, unknown]), LEWISHAM)
    const counts = havingMetric(documents, 'TargetsMissed')
    expect(counts).toHaveLength(1)
    expect(counts[0]).toMatchObject({TargetsMissed: 2, authority: LEWISHAM})
    expect(shapeOf(counts[0]!).Dimensions).toEqual([['service', 'authority'], ['service']])
  })

  it('are told one by one, whether each is missed; nothing of one whose figure has no value', async () => {
    const {documents} = await emitted(await aBorough([missed, reached, passed, unknown]), LEWISHAM)
    const each = havingMetric(documents, 'TargetMissed')
    expect(each.map(({indicator, TargetMissed}) => [indicator, TargetMissed])).toEqual([
      ['all-ifa-foster', 1],
      ['own-provision-foster', 0],
      ['children-looked-after', 1],
    ])
    for (const document of each)
      expect(shapeOf(document).Dimensions).toEqual([['service', 'authority', 'indicator']])
  })

  it('are none missed where none is set', async () => {
    const {documents} = await emitted(await aBorough(), LEWISHAM)
    expect(havingMetric(documents, 'TargetsMissed')).toMatchObject([{TargetsMissed: 0}])
    expect(havingMetric(documents, 'TargetMissed')).toEqual([])
  })
})

describe('of several authorities', () => {
  it('each has its own figures', async () => {
    const {documents} = await emitted(await aBorough(), NOBODYS, LEWISHAM)
    const counts = havingMetric(documents, 'children-looked-after')
    expect(counts.map(each => [each['authority'], each['children-looked-after']])).toEqual([
      [NOBODYS, 0],
      [LEWISHAM, 1],
    ])
  })

  it('one that cannot be counted keeps no other back, and is named', async () => {
    const service = await aBorough()
    const {table} = service.surroundings
    const key = {pk: `${NOBODYS}#children`, sk: 'one'}
    const put = {...key, type: 'child', schema: 1, version: 1, value: 'no JSON'}
    await table.transact([{key, expect: 'absent', put, refuse: () => 'there'}])
    const {documents, outcome} = await emitted(service, NOBODYS, LEWISHAM)
    expect(outcome).toEqual({emitted: 1, failed: [{authority: NOBODYS, fault: 'SyntaxError'}]})
    expect(new Set(documents.map(({authority}) => authority))).toEqual(new Set([LEWISHAM]))
  })
})
