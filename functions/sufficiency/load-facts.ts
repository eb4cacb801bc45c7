import {addDays, type Day, dayInEngland} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {AuthorityId, ReferralId} from '../../domain/ids.ts'
import {dayOfReturn} from '../../domain/imports/cost.ts'
import type {Approach} from '../../domain/placement/approach.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {Cost, Facts, ReferralRecord} from '../../domain/sufficiency/facts.ts'
import {defaultSufficiency, type SufficiencyPolicy} from '../../domain/sufficiency/policy.ts'
import {allApproaches} from '../store/approaches.ts'
import type {GazetteerTable} from '../store/gazetteer.ts'
import {loadSupply} from '../store/households.ts'
import {loadPolicy} from '../store/policies.ts'
import {allReferrals, type StoredReferral} from '../store/referrals.ts'
import type {Stored} from '../store/stored.ts'
import type {Table} from '../store/table.ts'
import {type Histories, loadHistories} from './load-histories.ts'

/** What the figures are made of, and who stands behind them. */
export interface LoadedFacts {
  readonly facts: Facts
  readonly policy: SufficiencyPolicy
  readonly children: readonly Child[]
}

/** All that an authority's figures are made of, as it stands now; any day can be asked of it. */
export async function loadFacts(
  table: Table,
  gazetteer: GazetteerTable,
  authorityId: AuthorityId,
): Promise<LoadedFacts> {
  const [histories, homes, referrals, approaches, stored] = await Promise.all([
    loadHistories(table, gazetteer, authorityId),
    loadSupply(table, authorityId),
    allReferrals(table, authorityId),
    allApproaches(table, authorityId),
    loadPolicy(table, authorityId),
  ])
  const policy = stored?.value.policy.sufficiency ?? defaultSufficiency(authorityId)
  const {children, placements} = histories
  const facts: Facts = {
    authorityId,
    population: policy.population,
    histories: histories.histories,
    homes,
    referrals: referralRecords(referrals, approaches, placements),
    costs: costsOf(histories),
    highCostPenceAWeek: policy.highCostPenceAWeek,
    apartByPlan: apartByPlan(referrals, children),
  }
  return {facts, policy, children}
}

function referralRecords(
  referrals: readonly Stored<StoredReferral>[],
  approaches: readonly Approach[],
  placements: readonly Placement[],
): readonly ReferralRecord[] {
  const refusals = Map.groupBy(approaches, ({referralId}): ReferralId => referralId)
  const placed = Map.groupBy(placements, ({referralId}) => referralId)
  return referrals.map(({value: {id, status}, createdAt, updatedAt}) => ({
    id,
    opened: dayInEngland(createdAt),
    placed: status === 'placed' ? lastOf((placed.get(id) ?? []).map(({from}) => from)) : null,
    withdrawn: status === 'withdrawn' ? dayInEngland(updatedAt) : null,
    refusals: (refusals.get(id) ?? []).flatMap(({answered}) =>
      answered?.answer === 'no' ? [{on: dayInEngland(answered.at), reason: answered.reason}] : [],
    ),
  }))
}

const lastOf = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null)

/** Groups of which a referral says that the plan is to live apart. */
function apartByPlan(
  referrals: readonly Stored<StoredReferral>[],
  children: readonly Child[],
): readonly string[] {
  const apart = new Set(
    referrals.flatMap(({value}) => (value.siblings === 'apart-by-plan' ? value.children : [])),
  )
  return [
    ...new Set(
      children.flatMap(({id, siblingGroupId}) => (siblingGroupId && apart.has(id) ? [siblingGroupId] : [])),
    ),
  ]
}

/**
 * What homes cost: the extract's word for the days that the returns cover, and after them what Hearth's placements cost,
 * so that no day is paid for twice. A child of whom the extract says nothing costs what the placements say.
 */
function costsOf({returns, children, placements, coveredTo}: Histories): readonly Cost[] {
  const extract = [...returns].flatMap(([reference, years]) => {
    const newest = years.toSorted((a, b) => b.year - a.year).find(({tables}) => tables.Costs !== undefined)
    return (newest?.tables.Costs ?? []).flatMap(([, , pence, from, to]): readonly Cost[] => {
      const first = dayOfReturn(from)
      if (first === null) return []
      return [{reference, weeklyPence: Number(pence), from: first, until: dayOfReturn(to), provision: null}]
    })
  })
  const referenceOf = new Map(children.map(({id, reference}) => [id, reference]))
  const own = placements.flatMap(({childId, arrangement, weeklyCostPence, from, ended}): readonly Cost[] => {
    const reference = referenceOf.get(childId)
    if (arrangement !== 'main' || weeklyCostPence === null || reference === undefined) return []
    return [{reference, weeklyPence: weeklyCostPence, from, until: ended?.on ?? null, provision: null}]
  })
  const inExtract = new Set(extract.map(({reference}) => reference))
  const joint = coveredTo === null ? null : addDays(coveredTo, 1)
  if (joint === null || inExtract.size === 0) return [...extract, ...own]
  const goesOn = new Set(
    own.filter(({until}) => until === null || until > joint).map(({reference}) => reference),
  )
  return [
    ...extract.map(cost => (goesOn.has(cost.reference) ? endedBy(cost, joint) : cost)),
    ...own.map(cost => (inExtract.has(cost.reference) ? begunFrom(cost, joint) : cost)),
  ].filter(({from, until}) => until === null || from < until)
}

const endedBy = (cost: Cost, day: Day): Cost =>
  cost.until === null || cost.until > day ? {...cost, until: day} : cost

const begunFrom = (cost: Cost, day: Day): Cost => (cost.from < day ? {...cost, from: day} : cost)
