import {type Stored, storedIn} from './stored.ts'
import type {Item, Page} from './table.ts'

export const pageOfStored = <T>(type: string, page: Page<Item>): Page<Stored<T>> => ({
  items: page.items.map(item => storedIn<T>(type, item)),
  next: page.next,
})
