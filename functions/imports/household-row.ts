import type {Household} from '../../domain/household/household.ts'
import {dayOfReturn} from '../../domain/ssda903/return-day.ts'
import type {OwnRow} from './reading/own-row.ts'

/**
 * A row of the household list as the body of the API's household, beside what is recorded already: what the list has
 * no column for stays as it is. Whatever is wrong with it the schema of the API finds.
 */
export function bodyOfRow(
  row: OwnRow,
  before: Household | null,
  authorityId: string | null,
  childIds: ReadonlyMap<string, string>,
): object {
  const at = (column: string): string | undefined => row.values[column] ?? undefined
  const kind = at('KIND')
  return {
    ...factsOf(before),
    reference: at('REFERENCE'),
    kind,
    scheme: at('SCHEME') ?? 'mainstream',
    provider: providerOf(at('PROVIDER'), at('AGENCY')),
    approval: {
      ...before?.approval,
      from: dayOr(at('APPROVED_FROM')) ?? null,
      until: dayOr(at('APPROVED_UNTIL')) ?? null,
      terms: {
        places: numberOr(at('PLACES')),
        ages: {from: numberOr(at('AGE_FROM')), to: numberOr(at('AGE_TO'))},
        sexes: wordsOf(at('SEXES')),
        kinds: wordsOf(at('STAYS')),
        namedChildren: namedIn(row, childIds) ?? before?.approval.terms.namedChildren ?? [],
      },
    },
    home: {postcode: at('POSTCODE')},
    authorityId: authorityId ?? before?.authorityId,
    bedrooms: bedroomsOf(numberOr(at('BEDROOMS')), before),
    status: at('STATE') === before?.status.state ? before?.status : {state: at('STATE') ?? 'available'},
  }
}

/** References of the children whom a row names; those that it leaves blank stay as they are. */
export const childrenNamed = ({values}: OwnRow): readonly string[] => wordsOf(values['CHILDREN'] ?? undefined)

function namedIn(row: OwnRow, childIds: ReadonlyMap<string, string>): readonly string[] | null {
  const named = childrenNamed(row)
  return named.length === 0 ? null : named.flatMap(reference => childIds.get(reference) ?? [])
}

function factsOf(before: Household | null): object {
  if (before === null) return {}
  const {id: _, ...facts} = before
  return facts
}

function providerOf(type: string | undefined, agency: string | undefined): object {
  if (type === 'ifa') return {type, agencyId: agency}
  return type === 'other-authority' ? {type, authorityId: agency} : {type}
}

/** A day as the API writes it; what is no day stays as it is, for the schema to name. */
const dayOr = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : (dayOfReturn(text) ?? text)

const numberOr = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : text

const wordsOf = (text: string | undefined): readonly string[] => text?.split(/\s+/) ?? []

/** The list counts bedrooms; what is known of each stays known. */
function bedroomsOf(count: number | string | undefined, before: Household | null): unknown {
  if (typeof count !== 'number') return count
  const known = before?.bedrooms ?? []
  const more = Array.from({length: Math.max(0, count - known.length)}, (_, n) => ({
    id: `bedroom-${known.length + n + 1}`,
    shareable: false,
    groundFloor: false,
  }))
  return [...known.slice(0, count), ...more]
}
