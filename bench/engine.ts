import {deepStrictEqual} from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {countsOf} from '../domain/matching/answer.ts'
import {packSupply} from '../domain/matching/columns/pack.ts'
import {topOptions} from '../domain/matching/columns/top-options.ts'
import {makeShortlist} from '../domain/matching/make-shortlist.ts'
import {partyOf} from '../domain/matching/party.ts'
import {ranked} from '../domain/matching/rank.ts'
import {search} from '../domain/matching/search.ts'
import type {MatchInput} from '../domain/matching/shortlist.ts'
import {matchInputs} from './match-inputs.ts'
import {median, spread, type Times} from './measure.ts'

// The engine alone, without a store or HTTP: milliseconds a referral, over open referrals of a sample borough of so
// many households. The ways that are compared take turns in one process, so that noise falls on all alike; before
// anything is timed, every answer by columns is compared with that home by home. What is made in words is timed in a
// process of its own, which does nothing else, as a function does.
// Usage: node bench/engine.ts [seed]

const SEED = Number(process.argv[2] ?? 7)
/** Households and rounds, in the process that makes words. */
const WORDS = process.argv.slice(3).map(Number)

/** Every option and every excluded household in words. */
const inWords = (input: MatchInput) => makeShortlist(input)

/** Home by home, and ranked: no words but those of the rules that are broken. */
function homeByHome(input: MatchInput) {
  const {party, options, excluded} = search(input, input.referral.children)
  const best = ranked(party, options).slice(0, input.limit)
  return {options: best.map(({home}) => home.household.id), counts: countsOf(options.length, excluded)}
}

function byColumns(packed: ReturnType<typeof packSupply>, input: MatchInput) {
  const {options, counts} = topOptions(packed, partyOf(input), input)
  return {options: options.map(({householdId}) => householdId), counts}
}

/** Milliseconds a referral, one figure a round. */
function timesOf(
  rounds: number,
  inputs: readonly MatchInput[],
  ways: readonly ((input: MatchInput) => unknown)[],
): readonly Times[] {
  const times = ways.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, way] of ways.entries()) {
      const since = performance.now()
      for (const input of inputs) way(input)
      times[i]!.push((performance.now() - since) / inputs.length)
    }
  return times
}

function compare(households: number, rounds: number): Record<string, unknown> {
  const inputs = matchInputs(SEED, households, 10)
  const since = performance.now()
  const packed = packSupply(inputs[0]!.supply)
  const packing = performance.now() - since
  const columns = (input: MatchInput) => byColumns(packed, input)
  for (const input of inputs) deepStrictEqual(columns(input), homeByHome(input))
  timesOf(Math.ceil(rounds / 5), inputs, [columns, homeByHome])
  const [byColumn, byHome] = timesOf(rounds, inputs, [columns, homeByHome])
  const ratios = byHome!.map((ms, round) => ms / byColumn![round]!)
  const sorted = (rounds: Times) => rounds.toSorted((a, b) => a - b)
  const words = execFileSync(process.execPath, [
    import.meta.filename,
    `${SEED}`,
    `${households}`,
    `${rounds}`,
  ])
  return {
    households,
    ...JSON.parse(words.toString()),
    'home by home': spread(sorted(byHome!)),
    'by columns': spread(sorted(byColumn!)),
    'times as fast': `${median(sorted(ratios)).toFixed(0)} [${Math.min(...ratios).toFixed(0)}..${Math.max(...ratios).toFixed(0)}]`,
    'packing once, ms': Math.round(packing),
  }
}

/** The median of each referral over its rounds; of those, the median with the quickest and the slowest referral. */
function timeWords(households: number, rounds: number): Record<string, string> {
  const referrals = matchInputs(SEED, households, 10).map(input => ({input, times: [] as number[]}))
  timesOf(
    Math.ceil(rounds / 5),
    referrals.map(({input}) => input),
    [inWords],
  )
  for (let round = 0; round < rounds; round++)
    for (const {input, times} of referrals) times.push(...timesOf(1, [input], [inWords])[0]!)
  const sorted = (times: Times) => times.toSorted((a, b) => a - b)
  const medians = (is: (input: MatchInput) => boolean) =>
    spread(sorted(referrals.filter(({input}) => is(input)).map(({times}) => median(sorted(times)))))
  return {
    'every reason in words': medians(() => true),
    'one child': medians(({children}) => children.length === 1),
    'brothers and sisters': medians(({children}) => children.length > 1),
  }
}

if (WORDS.length === 2) console.log(JSON.stringify(timeWords(WORDS[0]!, WORDS[1]!)))
else compareAll()

function compareAll(): void {
  console.log(
    `Node ${process.version}, seed ${SEED}, 10 referrals a round; milliseconds a referral, median [least..most]`,
  )
  console.table([compare(300, 50), compare(3_000, 15), compare(50_000, 5)])
}
