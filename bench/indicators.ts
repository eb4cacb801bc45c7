import {deepStrictEqual} from 'node:assert/strict'
import type {Facts} from '../domain/sufficiency/facts.ts'
import {INDICATOR_IDS} from '../domain/sufficiency/indicator-ids.ts'
import {indicatorsAt} from '../domain/sufficiency/indicators.ts'
import {prepare} from '../domain/sufficiency/moment.ts'
import {makeBorough} from '../sample/borough.ts'
import {makeRandom} from '../sample/random.ts'
import {madeHistories} from './made-histories.ts'
import {spread} from './measure.ts'

// Every indicator in the engine alone, without a store or HTTP: of a borough with ten years of history, and of England's
// children with a million episodes. Preparing is once for a set of facts; then any day is asked.
// Usage: node bench/indicators.ts [seed]

const SEED = Number(process.argv[2] ?? 7)
const ON = '2026-03-31'

interface World {
  readonly name: string
  readonly children: number
  readonly episodesAChild: number
  readonly rounds: number
}

function factsOf({children, episodesAChild}: World): Facts {
  const borough = makeBorough({seed: SEED, children: Math.min(children, 470), today: ON})
  const random = makeRandom(SEED)
  const histories = madeHistories({
    seed: SEED,
    children,
    episodesAChild,
    from: '2016-04-01',
    until: ON,
    stay: 1,
  })
  return {
    authorityId: borough.authorityId,
    population: {count: 62_052, source: 'made up', on: '2025-06-30'},
    histories,
    homes: borough.homes,
    referrals: [],
    costs: histories.map(({reference}) => ({
      reference,
      weeklyPence: random.integer(50_000, 1_500_000),
      from: '2016-04-01',
      until: null,
      provision: null,
    })),
    highCostPenceAWeek: 1_000_000,
    sdqAges: {from: 4, to: 16},
    apartByPlan: [],
  }
}

const timed = <Value>(work: () => Value): {readonly ms: number; readonly value: Value} => {
  const since = performance.now()
  const value = work()
  return {ms: performance.now() - since, value}
}

const DAYS = ['2026-03-31', '2021-03-31', '2024-09-30', '2018-12-25', '2023-02-28']

function measure(world: World): Record<string, unknown> {
  const facts = factsOf(world)
  const prepared = prepare(facts)
  deepStrictEqual(
    indicatorsAt(prepare({...facts, histories: facts.histories.toReversed()}), ON),
    indicatorsAt(prepared, ON),
  )
  const [preparing, asking, both]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < world.rounds; round++) {
    const made = timed(() => prepare(facts))
    const asked = timed(() => indicatorsAt(made.value, DAYS[round % DAYS.length]!))
    preparing.push(made.ms)
    asking.push(asked.ms)
    both.push(made.ms + asked.ms)
  }
  const sorted = (times: number[]) => spread(times.toSorted((a, b) => a - b))
  return {
    world: world.name,
    episodes: facts.histories.reduce((sum, {episodes}) => sum + episodes.length, 0),
    'looked after': indicatorsAt(prepared, ON)[0]!.numerator,
    'prepare, once': sorted(preparing),
    'all at one date': sorted(asking),
    both: sorted(both),
  }
}

console.log(`Node ${process.version}, seed ${SEED}, ${INDICATOR_IDS.length} indicators; median [least..most]`)
const borough = {name: '500 children, ten years', children: 500, episodesAChild: 12, rounds: 50}
const england = {name: '84,000 children', children: 84_000, episodesAChild: 12, rounds: 7}
console.table([measure(borough), measure(england)])
