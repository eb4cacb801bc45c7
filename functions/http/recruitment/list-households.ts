import {ok} from '../../../domain/result.ts'
import {namesOf} from '../../runtime/audit.ts'
import {http} from '../../runtime/http.ts'
import * as households from '../../store/households.ts'
import {householdResource} from '../confidential.ts'
import {householdRoutes} from '../routes/households.ts'

export const listHouseholds = http(householdRoutes.listHouseholds, async ({query}, {table, caller}) => {
  const {limit, cursor = null} = query
  const page = await households.listHouseholds(table, caller.authorityId, {limit, cursor})
  const items = page.items.map(stored => householdResource(stored, caller))
  return ok({
    body: {items, next: page.next},
    about: namesOf(
      'household',
      items.map(({id}) => id),
    ),
  })
})
