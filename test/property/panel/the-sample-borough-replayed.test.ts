import {describe, expect, it} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {meets} from '../../../domain/panel/case.ts'
import {TRIGGERS} from '../../../domain/panel/policy.ts'
import {loadAllFacts} from '../../../functions/panel/load-child.ts'
import {observeAll} from '../../../functions/panel/observe.ts'
import {loadPanelPolicy} from '../../../functions/panel/panel-policy.ts'
import {memoryTable} from '../../../functions/store/memory-table.ts'
import {allCases} from '../../../functions/store/panel-cases.ts'
import {costsItem} from '../../../functions/store/placement-costs.ts'
import {placementItems} from '../../../functions/store/placements.ts'
import {referralItems} from '../../../functions/store/referrals.ts'
import {firstVersion} from '../../../functions/store/stored.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {makeFourYears} from '../../../sample/four-years/four-years.ts'
import {firstReplayed, panelFiles} from '../../../sample/four-years/panel-files.ts'
import {countCases} from '../../../tools/count-cases.ts'

const borough = makeBorough({seed: 7, children: 470, today: '2026-11-23'})
const years = makeFourYears(borough)

/** The list of every morning, as the schedule makes it from the records: a row for each case with what holds. */
async function replayed(): Promise<readonly string[]> {
  const {authorityId, today} = borough
  const at = `${firstReplayed(borough)}T05:00:00.000Z`
  const table = memoryTable()
  await table.putUnseen([
    ...years.placements.flatMap(placement => placementItems(authorityId, placement, at)),
    ...years.costs.map(each => costsItem(authorityId, firstVersion(each, at))),
    ...years.referrals.flatMap(referral => referralItems(authorityId, referral, at, 'sample')),
  ])
  const {panel: policy} = await loadPanelPolicy(table, authorityId)
  const facts = await loadAllFacts(table, authorityId)
  const rows: string[] = []
  let cases = await allCases(table, authorityId)
  for (let day = firstReplayed(borough); day <= today; day = addDays(day, 1)) {
    await observeAll({table, authorityId, policy, at: `${day}T05:00:00.000Z`}, facts, cases)
    cases = await allCases(table, authorityId)
    rows.push(...cases.map(({value}) => `${day},${value.id},${meets(value).toSorted().join(' ')}`))
  }
  return rows
}

describe('the sample borough, replayed for a year', () => {
  it('has on every morning the cases that a script counts from files without sharing any code', async () => {
    const files = panelFiles(borough, years)
    const [, ...counted] = countCases({
      policy: files.get('panel/policy.json')!,
      placements: files.get('panel/placements.csv')!,
      costs: files.get('panel/costs.csv')!,
    })
      .trimEnd()
      .split('\n')
    const rows = await replayed()
    const first = rows.findIndex((row, index) => row !== counted[index])
    expect([rows[first], rows.length]).toEqual([counted[first], counted.length])
    const held = new Set(rows.flatMap(row => row.split(',')[2]!.split(' ')))
    expect([...held].filter(name => name !== '').toSorted()).toEqual(TRIGGERS.toSorted())
  })
})
