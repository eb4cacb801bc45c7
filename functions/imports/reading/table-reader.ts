import type {ReadFile} from './gather.ts'
import type {Limits} from './limits.ts'
import {type AnyTable, COLUMNS, recognise} from './recognise.ts'
import {recordsOf} from './records.ts'
import {count, Refused} from './refused.ts'
import type {RowStore} from './row-store.ts'
import {malformedRow, rowWriter, valuesIn} from './row-text.ts'
import type {UpnSet} from './upns.ts'

interface Destination {
  readonly children: RowStore
  readonly households: RowStore
  readonly upns: UpnSet
  readonly limits: Limits
  readonly progress: (rows: number) => void
}

export interface TableReader {
  readonly files: readonly ReadFile[]
  /** Throws Refused when the file is no table, or a second one of the same. */
  read(file: string, pieces: AsyncIterable<Buffer>): Promise<void>
}

const UPN = COLUMNS.Header.indexOf('UPN')

/** Puts the rows of tables where they go. */
export function tableReader({children, households, upns, limits, progress}: Destination): TableReader {
  const files: ReadFile[] = []
  const fileOf = new Map<AnyTable, string>()
  let rowsRead = 0

  /** Answers what takes the rows of the table that these headings begin. */
  function begin(file: string, headings: readonly string[]) {
    const recognised = recognise(headings)
    if (!recognised.ok) throw new Refused(recognised.error)
    const {table} = recognised.value
    const other = fileOf.get(table)
    if (other !== undefined) throw new Refused(`is a second ${table} table beside ${other}`)
    fileOf.set(table, file)
    const store = table === 'Households' ? households : children
    const write = rowWriter(recognised.value)
    let rows = 0
    return {
      read: (): ReadFile => ({file, table, rows}),
      async take(records: readonly string[][]): Promise<void> {
        for (const record of records) {
          rows++
          if (record.length !== headings.length) {
            children.add(malformedRow(table, record, rows))
            continue
          }
          const text = write(record, rows)
          store.add(text)
          if (table === 'Header') upns.add(valuesIn(text)[UPN]!)
        }
        rowsRead += records.length
        if (rowsRead > limits.rows)
          throw new Refused(`has too many rows: an import may have ${count(limits.rows)}`)
        await store.settle()
        progress(rowsRead)
      },
    }
  }

  return {
    files,
    async read(file, pieces) {
      let table: ReturnType<typeof begin> | null = null
      for await (const records of recordsOf(pieces, limits)) {
        if (table !== null) await table.take(records)
        else if (records.length > 0) {
          table = begin(file, records[0]!)
          await table.take(records.slice(1))
        }
      }
      if (table === null) throw new Refused('is empty')
      files.push(table.read())
    },
  }
}
