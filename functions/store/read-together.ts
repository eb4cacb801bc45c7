import type {Item, Key, Table} from './table.ts'

interface Asked {
  readonly key: Key
  readonly answer: (item: Item | null) => void
  readonly fail: (cause: unknown) => void
}

/**
 * The same table, which reads in one request what is asked for at once: items that a decision needs together cost a
 * round trip, not one each. Between two awaits nothing else is asked, so nothing waits for more to come.
 */
export function readTogether(table: Table): Table {
  let waiting: Asked[] = []

  async function readAll(): Promise<void> {
    const all = waiting
    waiting = []
    try {
      const items = all.length === 1 ? [await table.get(all[0]!.key)] : await table.getMany(all.map(keyOf))
      const found = new Map(items.flatMap(item => (item ? [[nameOf(item), item] as const] : [])))
      for (const {key, answer} of all) answer(found.get(nameOf(key)) ?? null)
    } catch (cause) {
      for (const {fail} of all) fail(cause)
    }
  }

  const get = (key: Key): Promise<Item | null> =>
    new Promise((answer, fail) => {
      if (waiting.length === 0) queueMicrotask(readAll)
      waiting.push({key, answer, fail})
    })

  return {
    ...table,
    get,
    async getMany(keys) {
      const each = new Map(keys.map(key => [nameOf(key), key]))
      return (await Promise.all([...each.values()].map(get))).filter(item => item !== null)
    },
  }
}

const keyOf = ({key}: Asked): Key => key
const nameOf = ({pk, sk}: Key): string => JSON.stringify([pk, sk])
