import {Logger} from '@aws-lambda-powertools/logger'
import {expect, it} from 'vitest'
import {inMemoryService} from '../../../contracts/in-memory-service.ts'
import {CHILD, given, POSTCODES, problemIn} from './a-borough.ts'

/** A service and the lines that it logs. */
function logged() {
  const lines: string[] = []
  const logger = new Logger({logLevel: 'INFO', serviceName: 'placements'})
  const write = (line: string) => void lines.push(line)
  Object.assign(logger, {console: {...console, info: write, error: write}})
  return {lines, service: inMemoryService({postcodes: POSTCODES, logger})}
}

it('logs who asked for which operation and how it went, and nothing of what was said', async () => {
  const {lines, service} = logged()
  const child = await given(service, 'createChild', {body: CHILD})
  await given(service, 'getChild', {params: {childId: child.id}})
  await service.call('createChild', {body: {...CHILD, dob: 'yesterday'}})
  const records = lines.map(line => JSON.parse(line))
  expect(records).toMatchObject([
    {route: 'POST /v1/children', status: 201, authority: 'E09000023', by: '5f0c7a52-placements-manager'},
    {route: 'GET /v1/children/{childId}', status: 200},
    {route: 'POST /v1/children', status: 422},
  ])
  for (const fact of [child.id, CHILD.reference, CHILD.dob, 'SE6', 'yesterday'])
    expect(lines.join()).not.toContain(fact)
})

it('tells the caller nothing of a fault, and the log its name and where it was', async () => {
  const {lines, service} = logged()
  service.surroundings.table.get = async () => {
    throw new TypeError('cannot read LCS-1 of a child born on 2015-06-01')
  }
  const params = {childId: '019ab000-0000-7000-8000-00000000abcd'}
  const reply = await service.call('getChild', {params})
  expect(problemIn(reply)).toEqual({
    type: '/problems#fault',
    title: 'Hearth failed',
    status: 500,
    detail: 'The fault is ours. Nothing was written, or all of it was.',
    instance: 'JKJaXmPLvHcESHA=',
  })
  const [fault, request] = lines.map(line => JSON.parse(line))
  expect(fault).toMatchObject({message: 'fault', fault: 'TypeError', requestId: 'JKJaXmPLvHcESHA='})
  expect(fault.at[0]).toContain('what-is-logged.test.ts')
  expect(request).toMatchObject({message: 'request', status: 500})
  expect(lines.join()).not.toMatch(/LCS-1|2015/)
})

it('asks the caller to come again when the store is busy', async () => {
  const {service} = logged()
  service.surroundings.table.transact = async () => {
    throw Object.assign(new Error('busy'), {name: 'StoreBusy'})
  }
  const reply = await service.call('createChild', {body: CHILD})
  expect(problemIn(reply)).toMatchObject({status: 503, type: '/problems#busy'})
  expect(reply.headers['retry-after']).toBe('1')
})

it('takes an answer that breaks its own schema for a fault, where answers are checked', async () => {
  const {service} = logged()
  const {table} = service.surroundings
  const child = await given(service, 'createChild', {body: CHILD})
  const get = table.get
  table.get = async key => {
    const item = await get(key)
    return item && {...item, value: JSON.stringify({...JSON.parse(String(item['value'])), nickname: 'x'})}
  }
  expect((await service.call('getChild', {params: {childId: child.id}})).status).toBe(500)
})
