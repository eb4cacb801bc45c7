import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import type {ChildRows} from '../../../functions/imports/reading/child-rows.ts'
import {
  type Gathered,
  gather,
  type InputFile,
  type RefusedFile,
} from '../../../functions/imports/reading/gather.ts'
import type {Limits} from '../../../functions/imports/reading/limits.ts'
import type {OwnRow} from '../../../functions/imports/reading/own-row.ts'

export const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'
export const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
export const UASC = 'CHILD,SEX,DOB,DUC'
export const HOUSEHOLDS =
  'REFERENCE,KIND,SCHEME,PROVIDER,AGENCY,APPROVED_FROM,APPROVED_UNTIL,PLACES,AGE_FROM,AGE_TO,SEXES,STAYS,POSTCODE,BEDROOMS,STATE,CHILDREN'

export const lines = (...all: readonly string[]): string => all.map(line => `${line}\n`).join('')

/** A file that comes in chunks of so many bytes. */
export const file = (name: string, content: string | Uint8Array, chunk = 1_000): InputFile => ({
  name,
  async *open() {
    const bytes = Buffer.from(content)
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  },
})

/** A folder that is gone when the test ends. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-test-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return folder
}

export interface Everything {
  readonly files: Gathered['files']
  readonly children: readonly ChildRows[]
  readonly households: readonly OwnRow[]
}

/** What the files hold, in order of children and rows. Fails when one is refused, or when anything is left behind. */
export async function everythingIn(
  files: readonly InputFile[],
  limits: Partial<Limits> = {},
): Promise<Everything> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-test-'))
  try {
    const gathered = await gather(files, {folder, limits})
    if (!gathered.ok) throw new Error(gathered.error.map(({words}) => words).join('\n'))
    const children = (await Array.fromAsync(gathered.value.partitions())).flat()
    const households = (await Array.fromAsync(gathered.value.households())).flat()
    await gathered.value.dispose()
    const left = await readdir(folder)
    if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`)
    return {
      files: gathered.value.files,
      children: children.toSorted((a, b) => ((a.child ?? '') < (b.child ?? '') ? -1 : 1)),
      households: households.toSorted((a, b) => a.row - b.row),
    }
  } finally {
    await rm(folder, {recursive: true})
  }
}

/** Why files are refused; empty when they are not. Fails when anything is left behind. */
export async function refusals(
  files: readonly InputFile[],
  limits: Partial<Limits> = {},
): Promise<readonly RefusedFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-test-'))
  try {
    const gathered = await gather(files, {folder, limits})
    if (gathered.ok) await gathered.value.dispose()
    const left = await readdir(folder)
    if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`)
    return gathered.ok ? [] : gathered.error
  } finally {
    await rm(folder, {recursive: true})
  }
}

/** The words about the only file. */
export async function refusal(input: InputFile, limits: Partial<Limits> = {}): Promise<string | undefined> {
  return (await refusals([input], limits))[0]?.words
}
