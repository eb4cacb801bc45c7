import {type Metrics, MetricUnit} from '@aws-lambda-powertools/metrics'
import {type Day, dayInEngland, type Instant} from '../../domain/calendar.ts'
import type {AuthorityId} from '../../domain/ids.ts'
import type {Indicator} from '../../domain/sufficiency/indicator.ts'
import {breakdownOf, indicatorsAt} from '../../domain/sufficiency/indicators.ts'
import {type Prepared, prepare} from '../../domain/sufficiency/moment.ts'
import {misses, type Target} from '../../domain/sufficiency/policy.ts'
import type {GazetteerTable} from '../store/gazetteer.ts'
import {haveMoved, noteCounted} from '../store/movements.ts'
import type {Table} from '../store/table.ts'
import {isEmitted, metricNameOf, OF_PIPELINE, TARGET_MISSED, TARGETS_MISSED} from './indicator-metrics.ts'
import {loadFacts} from './load-facts.ts'

/** What emitting works with. */
export interface Emitting {
  readonly table: Table
  readonly gazetteer: GazetteerTable
  /** Prints each document in the embedded metric format, which CloudWatch reads out of the log. */
  readonly metrics: Metrics
}

/** For how many authorities it emitted, and for which it could not, with the kind of fault. */
export interface EmittedFor {
  readonly emitted: number
  readonly failed: readonly {readonly authority: AuthorityId; readonly fault: string}[]
}

/** Emits the indicators of each authority as of the day in England that `at` falls on. One that fails keeps no other back. */
export async function emitIndicators(
  emitting: Emitting,
  authorities: readonly AuthorityId[],
  at: Instant,
): Promise<EmittedFor> {
  const failed: EmittedFor['failed'][number][] = []
  for (const authority of authorities)
    await emitFor(emitting, authority, at).catch((fault: unknown) => {
      failed.push({authority, fault: fault instanceof Error ? fault.name : 'unknown'})
    })
  return {emitted: authorities.length - failed.length, failed}
}

/** Those of the authorities whose figures something has moved since they were last emitted. */
export async function movedSince(
  table: Table,
  authorities: readonly AuthorityId[],
): Promise<readonly AuthorityId[]> {
  const moved = await Promise.all(authorities.map(authority => haveMoved(table, authority)))
  return authorities.filter((_, n) => moved[n])
}

async function emitFor({table, gazetteer, metrics}: Emitting, authority: AuthorityId, at: Instant) {
  const {facts, policy} = await loadFacts(table, gazetteer, authority)
  const [prepared, today] = [prepare(facts), dayInEngland(at)]
  const indicators = indicatorsAt(prepared, today)
  emitFigures(metrics, authority, indicators)
  emitStages(metrics, authority, prepared, today)
  emitTargets(metrics, authority, policy.targets, indicators)
  await noteCounted(table, authority, at)
}

/** One document: CloudWatch takes a hundred metrics in each. A figure without a value is none. */
function emitFigures(metrics: Metrics, authority: AuthorityId, indicators: readonly Indicator[]): void {
  metrics.addDimensions({authority})
  for (const {id, unit, value} of indicators)
    if (isEmitted(id) && value !== null)
      metrics.addMetric(metricNameOf(id), unit === 'percent' ? MetricUnit.Percent : MetricUnit.Count, value)
  metrics.publishStoredMetrics()
}

/** The pipeline of recruitment, stage by stage, with those in which nobody stands. */
function emitStages(metrics: Metrics, authority: AuthorityId, prepared: Prepared, today: Day): void {
  const {parts = []} = breakdownOf(OF_PIPELINE, 'stage', prepared, today) ?? {}
  for (const {key, numerator} of parts)
    metrics
      .addDimensions({authority, stage: key})
      .addMetric(metricNameOf(OF_PIPELINE), MetricUnit.Count, numerator)
      .publishStoredMetrics()
}

/**
 * How many targets are missed, 0 without targets, and for each target whose figure has a value whether it is. The
 * count is emitted under no authority too: an alarm cannot search, so it watches the highest of any authority.
 */
function emitTargets(
  metrics: Metrics,
  authority: AuthorityId,
  targets: readonly Target[],
  indicators: readonly Indicator[],
): void {
  const values = new Map<string, number | null>(indicators.map(({id, value}) => [id, value]))
  const stands = targets.flatMap(target => {
    const value = values.get(target.indicator) ?? null
    return value === null ? [] : [{indicator: target.indicator, missed: misses(target, value)}]
  })
  metrics
    .addDimensions({authority})
    .addDimensions({})
    .addMetric(TARGETS_MISSED, MetricUnit.Count, stands.filter(({missed}) => missed).length)
    .publishStoredMetrics()
  for (const {indicator, missed} of stands)
    metrics
      .addDimensions({authority, indicator})
      .addMetric(TARGET_MISSED, MetricUnit.Count, missed ? 1 : 0)
      .publishStoredMetrics()
}
