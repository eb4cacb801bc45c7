import {mkdirSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {CannotStart} from './cannot-start.ts'
import {readState, writeState} from './state.ts'

/** Whose data a directory holds, and whether the sample is in it. */
export interface About {
  readonly authorityId: string
  readonly sample: 'none' | 'being written' | 'written'
}

/** Makes the directory if need be, and refuses one that holds anything but a Hearth's data. */
export function openDataDir(dataDir: string): void {
  mkdirSync(dataDir, {recursive: true})
  if (readdirSync(dataDir).length > 0 && readAbout(dataDir) === null)
    throw new CannotStart(
      `${dataDir} holds files that are not Hearth's. Choose an empty or a new directory with --data DIR.`,
    )
}

export const readAbout = (dataDir: string): About | null => readState<About>(dataDir, 'hearth')
export const writeAbout = (dataDir: string, about: About): void => writeState(dataDir, 'hearth', about)

/** Ends with an empty directory. Only for one that `openDataDir` has let pass. */
export function emptyDataDir(dataDir: string): void {
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), {recursive: true, force: true})
}

/**
 * Settles what the directory is for, before anything is started. A sample that was broken off while it was written
 * is thrown away with its database: the API was never open, so nothing else can be in there.
 */
export function settleDataDir(
  dataDir: string,
  wanted: {readonly fresh: boolean; readonly about: About},
): {readonly about: About; readonly notice: string | null} {
  const kept = readAbout(dataDir)
  if (wanted.fresh || kept === null || kept.sample === 'being written') {
    emptyDataDir(dataDir)
    writeAbout(dataDir, wanted.about)
    const brokenOff = !wanted.fresh && kept !== null
    return {
      about: wanted.about,
      notice: brokenOff ? 'the last start was broken off: writing the sample anew' : null,
    }
  }
  if (kept.authorityId !== wanted.about.authorityId)
    throw new CannotStart(
      `The data in ${dataDir} is of ${kept.authorityId}, not of ${wanted.about.authorityId}. Begin anew with --fresh, or keep the other's data elsewhere with --data DIR.`,
    )
  return {about: kept, notice: null}
}
