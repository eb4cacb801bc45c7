import type {Stored} from '../store/stored.ts'
import type {Page} from '../store/table.ts'

/** A record as the API shows it: its facts with its version and times. */
export const resource = <T>({value, version, createdAt, updatedAt}: Stored<T>) => ({
  ...value,
  version,
  createdAt,
  updatedAt,
})

/** A page of records as the API shows it. */
export const listing = <T>({items, next}: Page<Stored<T>>) => ({items: items.map(resource), next})
