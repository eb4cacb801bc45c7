import {expect, it} from 'vitest'
import type {AuthorityId} from '../../../domain/ids.ts'
import {dynamodbTable} from '../../../functions/store/dynamodb-table.ts'
import {loadSupply} from '../../../functions/store/households.ts'
import {APPROVAL, aRecruitment, ENQUIRY} from '../../unit/http/a-recruitment.ts'
import {upTo} from '../../unit/recruitment/an-application.ts'
import {localClient, makeTable} from '../store/tables.ts'

const client = localClient()
const LEWISHAM = 'E09000023' as AuthorityId
const newTable = async () => dynamodbTable(client, await makeTable(client))

it('eight officers who approve the same application at once make one household', async () => {
  const table = await newTable()
  const {record, shown, events} = await aRecruitment(ENQUIRY, undefined, table)
  const replies = await Promise.all(
    Array.from({length: 8}, (_, n) => record({...APPROVAL, home: {...APPROVAL.home, reference: `FC-${n}`}})),
  )
  expect(replies.filter(({status}) => status === 201)).toHaveLength(1)
  expect(
    new Set(replies.filter(({status}) => status !== 201).map(({json}) => (json as {detail: string}).detail)),
  ).toEqual(new Set(['Decision is recorded already, on 2 September 2026.']))
  const supply = await loadSupply(table, LEWISHAM)
  expect(supply.map(({household}) => household.id)).toEqual([(await shown()).householdId])
  expect((await events()).filter(type => type === 'household-approved')).toHaveLength(1)
})

it('officers who record different steps at once lose none of each other’s', async () => {
  const {record, shown} = await aRecruitment(ENQUIRY, upTo('stage-1-started'), await newTable())
  const checks = ['disclosure', 'health', 'overseas', 'home-safety']
  const replies = await Promise.all(
    checks.map(check => record({kind: 'check-asked', on: '2026-03-04', check})),
  )
  expect(replies.map(({status}) => status)).toEqual(checks.map(() => 201))
  const {milestones} = await shown()
  expect(milestones.flatMap(each => ('check' in each ? [each.check] : [])).toSorted()).toEqual(
    checks.toSorted(),
  )
})
