import {mkdtemp, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {ok, type Result, refuse} from '../../../domain/result.ts'
import {type ChildRows, childrenIn} from './child-rows.ts'
import {fileReader} from './file-reader.ts'
import {LIMITS, type Limits} from './limits.ts'
import type {OwnRow} from './own-row.ts'
import type {AnyTable} from './recognise.ts'
import {rowStore} from './row-store.ts'
import {partsOf, valuesOf} from './row-text.ts'
import {tableReader} from './table-reader.ts'
import {upnSet} from './upns.ts'

export interface InputFile {
  readonly name: string
  /** Its bytes, in chunks of any size. */
  open(): AsyncIterable<Uint8Array>
}

/** A file that is not read, and why: a sentence whose subject is the file, without anything that stands in its rows. */
export interface RefusedFile {
  /** `name`, or `name/entry` for a file in a zip. */
  readonly file: string
  readonly words: string
}

export interface ReadFile {
  readonly file: string
  readonly table: AnyTable
  /** Rows under the headings, malformed ones too; blank lines do not count. */
  readonly rows: number
}

/** What the files of one import hold. Reading it does not change it: it can be read again until it is disposed of. */
export interface Gathered {
  readonly files: readonly ReadFile[]
  /**
   * Every child once, with all rows of all tables, as many children at once as make some megabytes; in no order. Rows
   * that name no child, and malformed ones, are one child whose `child` is null.
   */
  partitions(): AsyncIterable<readonly ChildRows[]>
  /** Rows of the household list, some megabytes at a time, those of one reference together. */
  households(): AsyncIterable<readonly OwnRow[]>
  /** Whether more than one row of the Header has this UPN; UN1 to UN5 are none. */
  upnTwice(upn: string): boolean
  /** Removes the temporary files. May be called twice. */
  dispose(): Promise<void>
}

interface Options {
  /** An existing folder for temporary files. */
  readonly folder: string
  /** Told now and then how many rows of all files are read. */
  readonly progress?: (rows: number) => void
  readonly limits?: Partial<Limits>
}

/**
 * Reads files of CSV, and zips of them, and sorts their rows by child, in memory that does not grow with the files but
 * for 8 bytes a child (its UPN): beyond some megabytes, rows wait in temporary files. Every file that cannot be read is
 * named. Throws NoRoom when the disk is full, and whatever reading the bytes throws; nothing is left behind then.
 */
export async function gather(
  files: readonly InputFile[],
  {folder, progress = () => {}, limits: given}: Options,
): Promise<Result<Gathered, readonly RefusedFile[]>> {
  const limits = {...LIMITS, ...given}
  const directory = await mkdtemp(join(folder, 'ssda903-'))
  const dispose = () => rm(directory, {recursive: true, force: true})
  const children = rowStore(directory, 'children', limits)
  const households = rowStore(directory, 'households', limits)
  const upns = upnSet()
  const tables = tableReader({children, households, upns, limits, progress})
  const reader = fileReader(tables, limits)
  try {
    for (const file of files) await reader.read(file)
  } catch (error) {
    await dispose()
    throw error
  }
  if (reader.refused.length > 0) {
    await dispose()
    return refuse(reader.refused)
  }
  const {files: read} = tables
  const handedIn = read.map(({table}) => table)
  return ok({
    files: read,
    async *partitions() {
      for await (const rows of children.pieces()) yield childrenIn(rows, handedIn)
    },
    async *households() {
      for await (const rows of households.pieces()) yield rows.map(householdRow)
    },
    upnTwice: upns.isTwice,
    dispose,
  })
}

function householdRow(text: string): OwnRow {
  const parts = partsOf(text)
  return {row: parts.row, values: valuesOf(parts)}
}
