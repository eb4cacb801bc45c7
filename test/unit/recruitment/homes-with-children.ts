import {addDays} from '../../../domain/calendar.ts'
import type {Home} from '../../../domain/matching/shortlist.ts'
import type {Application} from '../../../domain/recruitment/application.ts'
import {lastOf} from '../../../domain/recruitment/milestone.ts'
import {aHousehold, anOccupancy} from '../../support/matching.ts'

/** The homes of made applications: to two of three a first child came, each some more days after the approval. */
export const homesWithChildren = (applications: readonly Application[]): readonly Home[] =>
  applications.flatMap(({householdId, milestones}, n) => {
    if (householdId === null) return []
    const from = addDays(lastOf(milestones, 'decision')!.on, n % 150)
    return [
      {
        household: aHousehold({id: householdId, reference: householdId}),
        calendar: n % 3 === 0 ? [] : [anOccupancy({from})],
      },
    ]
  })
