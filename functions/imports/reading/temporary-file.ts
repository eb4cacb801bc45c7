import {createReadStream} from 'node:fs'
import {appendFile} from 'node:fs/promises'
import {RECORD} from './row-text.ts'

/** There is no room for temporary files: the fault is of the machine and not of the import, which may be tried again. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

const FULL = ['ENOSPC', 'EDQUOT']

/** Rows at the end of a file that only this process can read. Throws NoRoom when the disk is full. */
export async function appendRows(path: string, rows: readonly string[]): Promise<void> {
  try {
    await appendFile(path, rows.join(RECORD) + RECORD, {mode: 0o600})
  } catch (error) {
    if (!FULL.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new NoRoom('There is no room left for temporary files.', {cause: error})
  }
}

/** The rows of a file, some thousands at a time. */
export async function* rowsIn(path: string): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const text of createReadStream(path, {encoding: 'utf8', highWaterMark: 256 * 1024})) {
    const rows = (rest + text).split(RECORD)
    rest = rows.pop()!
    yield rows
  }
}
