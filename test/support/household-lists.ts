import {loadSupply} from '../../functions/store/households.ts'
import type {Table} from '../../functions/store/table.ts'
import {AUTHORITY, borough, type importing} from './importing.ts'

export type Importing = ReturnType<typeof importing>

export const LIST_COLUMNS =
  'REFERENCE,KIND,SCHEME,PROVIDER,AGENCY,APPROVED_FROM,APPROVED_UNTIL,PLACES,AGE_FROM,AGE_TO,SEXES,STAYS,POSTCODE,BEDROOMS,STATE,CHILDREN'
const POSTCODE = borough.postcodes[0]!.postcode

/** A row of in-house carers. */
export const carers = (facts: Readonly<Record<string, string>> = {}): string => {
  const values: Record<string, string> = {
    REFERENCE: 'FC-1',
    KIND: 'fostering',
    SCHEME: 'mainstream',
    PROVIDER: 'in-house',
    APPROVED_FROM: '01/05/2024',
    PLACES: '2',
    AGE_FROM: '5',
    AGE_TO: '16',
    SEXES: 'F M U',
    STAYS: 'short-term long-term',
    POSTCODE,
    BEDROOMS: '2',
    STATE: 'available',
    ...facts,
  }
  return LIST_COLUMNS.split(',')
    .map(column => values[column] ?? '')
    .join(',')
}

export const listOf = (rows: readonly string[]) => ({
  'households.csv': `${[LIST_COLUMNS, ...rows].join('\n')}\n`,
})

/** So many households that one transaction cannot write them all. */
const MANY = 26
export const reference = (n: number) => `FC-${String(n).padStart(2, '0')}`
const numbered = (count: number, facts: (n: number) => Readonly<Record<string, string>>) =>
  Array.from({length: count}, (_, n) => carers({REFERENCE: reference(n), ...facts(n)}))

export const OLD_LIST = listOf(numbered(MANY, () => ({})))
/** One household stays as it is, the others have a place less, and two are new. */
export const NEW_LIST = listOf(numbered(MANY + 2, n => ({PLACES: n === 0 || n >= MANY ? '2' : '1'})))

export interface Shown {
  readonly id: string
  readonly version: number
  readonly reference: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly approval: {readonly terms: {readonly places: number}}
  readonly [fact: string]: unknown
}

/** Facts alone: the ids of new households, and when they were written, are other ones each time. */
const told = (households: readonly Readonly<Record<string, unknown>>[]): string =>
  JSON.stringify(
    households
      .map(({id: _, createdAt: __, updatedAt: ___, ...facts}) => facts)
      .toSorted((a, b) => (String(a['reference']) < String(b['reference']) ? -1 : 1)),
  )

export const listed = async (at: Importing): Promise<readonly Shown[]> =>
  (await at.given<{items: readonly Shown[]}>('listHouseholds', {query: {limit: '200'}})).items

/** What a shortlist looks through, and what the list of households shows. */
export interface Seen {
  readonly supply: string
  readonly list: string
}

export async function seenBy(at: Importing, table: Table = at.table): Promise<Seen> {
  const supply = await loadSupply(table, AUTHORITY)
  return {supply: told(supply.map(({household}) => ({...household}))), list: told(await listed(at))}
}

/** What whoever looks at each of them sees. */
export const eachSeen = async (at: Importing): Promise<string> =>
  told(
    await Promise.all(
      (await listed(at)).map(({id: householdId}) => at.given<Shown>('getHousehold', {params: {householdId}})),
    ),
  )
