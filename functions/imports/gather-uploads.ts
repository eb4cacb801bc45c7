import type {ImportedFile} from '../../domain/imports/import.ts'
import {type Result, refuse} from '../../domain/result.ts'
import type {Uploaded} from '../files/uploaded.ts'
import {type Gathered, gather, type RefusedFile} from './reading/gather.ts'

/** The file was announced, and never came. */
class NotUploaded extends Error {
  override readonly name = 'NotUploaded'
}

/** A file that never came is refused like one that cannot be read. Each is opened when its turn comes. */
export async function gatherUploads(
  {uploads, folder}: {readonly uploads: Uploaded; readonly folder: string},
  files: readonly ImportedFile[],
  rowsRead: (rows: number) => void,
): Promise<Result<Gathered, readonly RefusedFile[]>> {
  async function* bytesOf({name, key}: ImportedFile): AsyncIterable<Uint8Array> {
    const bytes = await uploads.open(key)
    if (bytes === null) throw new NotUploaded(name)
    yield* bytes
  }
  try {
    return await gather(
      files.map(file => ({name: file.name, open: () => bytesOf(file)})),
      {folder, progress: rowsRead},
    )
  } catch (fault) {
    if (!(fault instanceof NotUploaded)) throw fault
    return refuse([{file: fault.message, words: `${fault.message} was not uploaded`}])
  }
}
