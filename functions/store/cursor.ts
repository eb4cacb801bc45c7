import {createHash} from 'node:crypto'
import type {Key, Query} from './table.ts'

/** The cursor was not made by this query, or was changed on the way. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor'
  constructor() {
    super('The cursor was not made by this query.')
  }
}

/** What a cursor belongs to: the query without its page. */
export type CursorScope = readonly (string | boolean | null)[]
export const queryScope = (query: Query): CursorScope => [
  'query',
  query.pk,
  query.skPrefix ?? null,
  query.descending ?? false,
]
export const relatedScope = (relatedTo: string): CursorScope => ['related', relatedTo]

const checkOf = (scope: CursorScope, position: readonly string[]) =>
  createHash('sha256')
    .update(JSON.stringify([scope, position]))
    .digest('base64url')
    .slice(0, 16)

/**
 * base64url of the last key read and a check that ties it to its query. The check is no secret: the
 * partition always comes from the query, so a forged cursor can only move about in what its caller may read.
 */
export const encodeCursor = (scope: CursorScope, position: readonly string[]): string =>
  Buffer.from(JSON.stringify([checkOf(scope, position), ...position])).toString('base64url')

/** Where a query goes on after one of its keys. */
export const cursorAfter = (query: Query, {sk}: Key): string => encodeCursor(queryScope(query), [sk])

/** The position that was encoded; throws BadCursor. */
export function decodeCursor(scope: CursorScope, cursor: string): readonly string[] {
  const [check, ...position] = readTexts(cursor)
  if (check !== checkOf(scope, position) || encodeCursor(scope, position) !== cursor) throw new BadCursor()
  return position
}

function readTexts(cursor: string): readonly string[] {
  try {
    const texts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(texts) && texts.every(text => typeof text === 'string')) return texts
  } catch {
    // Not JSON: refused below like any other stranger.
  }
  throw new BadCursor()
}
