import type {RecordKind, Refusal} from './refusal.ts'
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

const moved = (): Refusal => ({kind: 'moved'})

/** As `putOver`, where a caller named no version: whoever is late is to decide again. */
export const putOverRead = (version: number, item: Item): Write<Refusal> => ({
  key: keyOf(item),
  expect: {version},
  put: item,
  refuse: moved,
})

/** Puts what was not there when it was looked for; whoever is late is to decide again. */
export const putWhereNone = (item: Item): Write<Refusal> => putNew(item, moved)

/** Checks that what was read, and is not changed here, still stands as it was read. */
export const stillAt = (key: Key, version: number): Write<Refusal> => ({
  key,
  expect: {version},
  refuse: moved,
})

/** Takes away an item that belongs to a record which the same transaction locks by version. */
export const takeAway = (key: Key, record: RecordKind): Write<Refusal> => ({
  key,
  expect: 'present',
  remove: true,
  refuse: () => ({kind: 'version-conflict', record, current: null}),
})

const keyOf = ({pk, sk}: Key): Key => ({pk, sk})
