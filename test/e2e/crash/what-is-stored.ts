import {ScanCommand} from '@aws-sdk/lib-dynamodb'
import type {Occupancy} from '../../../domain/household/occupancy.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import type {Hold} from '../../../domain/placement/hold.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import type {Whereabouts} from '../../../domain/placement/whereabouts.ts'
import type {CloudEvent} from '../../../events/envelope.ts'
import {documentClient} from '../../../functions/store/client.ts'
import {keys} from '../../../functions/store/keys.ts'
import type {Item} from '../../../functions/store/table.ts'
import {AUDIENCE} from '../../../local/issuer.ts'
import {tableNames} from '../../../local/seed.ts'
import {REGION, readAssembly} from '../../../local/template.ts'
import type {Write} from './crash.ts'
import type {Running, Setting} from './running.ts'

interface Of<T> {
  readonly version: number
  readonly value: T
}

/** Everything in the table, past the API. */
export interface Stored {
  readonly authorityId: AuthorityId
  readonly items: ReadonlyMap<string, Item>
  readonly counts: Readonly<Record<string, number>>
  /** Under which a write is remembered as done. */
  readonly keys: ReadonlySet<string>
  readonly all: <T>(type: string) => readonly Of<T>[]
}

export async function storedBy(
  {databaseUrl, issuerUrl}: Running,
  {assembly, authorityId}: Setting,
): Promise<Stored> {
  const settings = {OidcIssuer: issuerUrl, OidcAudience: AUDIENCE}
  const TableName = tableNames(readAssembly(assembly, settings)).HEARTH_TABLE
  const credentials = {accessKeyId: 'test', secretAccessKey: 'local'}
  const client = documentClient({endpoint: databaseUrl, region: REGION, credentials})
  const found: Item[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({TableName, ConsistentRead: true, ExclusiveStartKey}))
    found.push(...((page.Items ?? []) as Item[]))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  client.destroy()
  const byType = Map.groupBy(found, ({type}) => type)
  return {
    authorityId: authorityId as AuthorityId,
    items: new Map(found.map(item => [placeOf(item), item])),
    counts: Object.fromEntries([...byType].map(([type, items]) => [type, items.length])),
    keys: new Set((byType.get('answer') ?? []).map(item => keys.idempotency.parse(item)!.idempotencyKey)),
    all: type =>
      (byType.get(type) ?? []).map(({version, value}) => ({version, value: JSON.parse(String(value))})),
  }
}

const placeOf = ({pk, sk}: {readonly pk: string; readonly sk: string}) => `${pk} ${sk}`

/** What each write makes one of, and one alone; the rest change what another has made. */
const MADE: Readonly<Partial<Record<Write['route'], string>>> = {
  createHousehold: 'household',
  createChild: 'child',
  openReferral: 'referral',
  holdPlaces: 'hold',
  startPlacement: 'placement',
}

/** Whether what is stored holds together, and has all that was answered, once. */
export function whatIsWrong(stored: Stored, writes: readonly Write[]): readonly string[] {
  return [
    ...lostOrDoubled(stored, writes),
    ...withoutEvents(stored),
    ...tornCalendars(stored),
    ...tornWhereabouts(stored),
  ]
}

function lostOrDoubled({all, keys: done, counts}: Stored, writes: readonly Write[]): string[] {
  const faults = writes
    .filter(({key, reply}) => reply && !done.has(key))
    .map(({route}) => `${route} has no answer kept`)
  const ended = new Map(all<Placement>('placement').map(({value}) => [value.id as string, value.ended]))
  for (const {route, call, reply} of writes)
    if (route === 'endPlacement' && reply && !ended.get(call.params!['placementId']!))
      faults.push('a placement that was ended has not ended')
  for (const [route, type] of Object.entries(MADE)) {
    const ids = new Set(all<{readonly id: string}>(type).map(({value}) => value.id))
    const made = writes.filter(each => each.route === route)
    for (const {reply} of made)
      if (reply && !ids.has(idIn(reply.json))) faults.push(`${route} was answered and is not there`)
    const times = made.filter(({key}) => done.has(key)).length
    if (counts[type] !== undefined && counts[type] !== times)
      faults.push(`${route} was done ${times} times and there are ${counts[type]} of ${type}`)
  }
  return faults
}

function idIn(json: unknown): string {
  const {id, placements} = json as {
    readonly id?: string
    readonly placements?: readonly {readonly id: string}[]
  }
  return id ?? placements![0]!.id
}

const TELLING = ['household', 'referral', 'hold', 'placement']

/** Every version of a household and a placement, and the first of a referral and a hold, has told of itself. */
function withoutEvents({all, items, authorityId}: Stored): string[] {
  let due = 0
  const faults: string[] = []
  for (const aggregate of TELLING)
    for (const {version, value} of all<{readonly id: string}>(aggregate)) {
      const versions = aggregate === 'household' || aggregate === 'placement' ? version : 1
      for (let v = 1; v <= versions; v++) {
        const sequence = String(v).padStart(7, '0')
        const item = items.get(
          placeOf(keys.event.make({authorityId, aggregate, aggregateId: value.id, sequence})),
        )
        const event: CloudEvent | null = item ? JSON.parse(String(item['value'])) : null
        due += 1
        if (event?.subject !== `${aggregate}/${value.id}`)
          faults.push(`version ${v} of a ${aggregate} has no event`)
      }
    }
  const told = [...items.values()].filter(
    item => item.type === 'event' && TELLING.includes(keys.event.parse(item)!.aggregate),
  )
  if (told.length !== due) faults.push(`${due} events are due and there are ${told.length}`)
  return faults
}

/** A place for each hold that stands and for each placement, and none beside. */
function tornCalendars({all, items, authorityId}: Stored): string[] {
  const due = new Map<string, string[]>()
  const take = (householdId: string, place: string) =>
    due.set(householdId, [...(due.get(householdId) ?? []), place])
  for (const {value} of all<{readonly id: string}>('household')) due.set(value.id, [])
  for (const {value} of all<Hold>('hold'))
    if (value.placedAt === null)
      for (const id of value.occupancies)
        take(value.householdId, placeTaken({...value.nights, id, kind: 'hold'}))
  for (const {value} of all<Placement>('placement'))
    take(value.householdId!, placeTaken({...value, id: value.occupancyId!, kind: 'placement'}))
  return [...due].flatMap(([householdId, places]) => {
    const item = items.get(placeOf(keys.calendar.make({authorityId, householdId: householdId as never})))
    const calendar: readonly Occupancy[] = item ? JSON.parse(String(item['value'])) : []
    const taken = calendar.map(placeTaken)
    return taken.toSorted().join() === places.toSorted().join()
      ? []
      : [`a calendar has ${taken.length} places taken, and ${places.length} are by holds and placements`]
  })
}

const placeTaken = ({id, kind, from, until}: Pick<Occupancy, 'id' | 'kind' | 'from' | 'until'>) =>
  `${id} ${kind} ${from} ${until}`

/** Each placement is among those of its child, as it is, and no other. */
function tornWhereabouts({all}: Stored): string[] {
  const stays = all<Whereabouts>('whereabouts').flatMap(({value}) =>
    value.stays.map(stay => `${value.childId} ${stay.placementId} ${stay.from} ${stay.until} ${stay.ended}`),
  )
  const placed = all<Placement>('placement').map(
    ({value}) => `${value.childId} ${value.id} ${value.from} ${value.until} ${value.ended !== null}`,
  )
  return stays.toSorted().join() === placed.toSorted().join()
    ? []
    : ['children are not where they are placed']
}
