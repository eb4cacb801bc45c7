import type {Import} from '../../../domain/imports/import.ts'
import type {UploadAddress, Uploads} from '../../files/uploads.ts'
import type {Stored} from '../../store/stored.ts'
import {resource} from '../resource.ts'

/** An import as the API shows it; while it waits for files, with where each is to be put. */
export async function importResource(stored: Stored<Import>, uploads: Pick<Uploads, 'presign'>) {
  const {files, ...facts} = resource(stored)
  const waited = facts.state === 'waiting' ? files.filter(({bytes}) => bytes !== null) : []
  return {
    ...facts,
    files: files.map(({name, bytes}) => ({name, bytes})),
    uploads: await Promise.all(
      waited.map(
        async ({name, key, bytes}): Promise<UploadAddress & {readonly name: string}> => ({
          name,
          ...(await uploads.presign(key, {bytes: bytes!})),
        }),
      ),
    ),
  }
}
