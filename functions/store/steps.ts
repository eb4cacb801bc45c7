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

/** Takes away an item that belongs to a record which the same transaction locks by version. */
export const takeAway = (key: Key, record: RecordKind): Write<Refusal> => ({
  key,
  expect: 'present',
  remove: true,
  refuse: () => ({kind: 'version-conflict', record, current: null}),
})

const keyOf = ({pk, sk}: Key): Key => ({pk, sk})
