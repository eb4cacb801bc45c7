import {readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const pathOf = (dataDir: string, name: string): string => join(dataDir, `${name}.json`)

/** What the runtime keeps between starts under this name; null when there is nothing. */
export function readState<T>(dataDir: string, name: string): T | null {
  try {
    return JSON.parse(readFileSync(pathOf(dataDir, name), 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Replaced in one step, so that a process killed here leaves the old or the new, never half. */
export function writeState(dataDir: string, name: string, value: unknown): void {
  const path = pathOf(dataDir, name)
  writeFileSync(`${path}.new`, JSON.stringify(value))
  renameSync(`${path}.new`, path)
}
