import type {RecordKind, Refusal} from './refusal.ts'
import {lockOf} from './stored.ts'
import type {Item, Key, Write} from './table.ts'

/** Puts an item where none is. */
export const putNew = (item: Item, refuse: (found: Item | null) => Refusal): Write<Refusal> => ({
  key: keyOf(item),
  expect: 'absent',
  put: item,
  refuse,
})

/** Puts a new record under an id that nobody has. */
export const putRecord = (item: Item, record: RecordKind): Write<Refusal> =>
  putNew(item, () => ({kind: 'already-exists', record}))

/** Puts the next version of a record over the version that was read. */
export const putOver = (version: number, item: Item, record: RecordKind): Write<Refusal> => ({
  key: keyOf(item),
  expect: {version},
  put: item,
  refuse: found => ({kind: 'version-conflict', record, current: found?.version ?? null}),
})

/**
 * Checks that what was read still stands as it was read; null: that there is still none. A record that the
 * decision was made on and does not change.
 */
export const stillAsRead = (
  key: Key,
  read: {readonly version: number; readonly lock?: number} | null,
): Write<Refusal> => ({
  key,
  expect: read === null ? 'absent' : {version: lockOf(read)},
  refuse: () => ({kind: 'moved'}),
})

/** Puts a record over what was read, or where none was; whoever is late is to decide again. */
export const putAsDecided = (item: Item, read: {readonly version: number} | null): Write<Refusal> => ({
  ...stillAsRead(keyOf(item), read),
  put: item,
})

/** The same steps, where the caller named no version: whoever is late is to decide again. */
export const asDecided = (writes: readonly Write<Refusal>[]): readonly Write<Refusal>[] =>
  writes.map(write => ({...write, refuse: () => ({kind: 'moved'})}))

/** Takes away an item that belongs to a record which the same transaction locks by version. */
export const takeAway = (key: Key, record: RecordKind): Write<Refusal> => ({
  key,
  expect: 'present',
  remove: true,
  refuse: () => ({kind: 'version-conflict', record, current: null}),
})

const keyOf = ({pk, sk}: Key): Key => ({pk, sk})
