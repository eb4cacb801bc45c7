import {carersNeeded} from '../domain/recruitment/carers-needed/carers-needed.ts'
import {candidatesFor} from '../domain/recruitment/carers-needed/profiles.ts'
import {makeYearOfReferrals} from '../sample/pipeline/year-of-referrals.ts'
import {spread, timesOf} from './measure.ts'

// Which carers to look for, from a year of 400 referrals of the sample borough and 500 kinds of household: the whole
// of it, with the matching of every referral against the supply and every candidate. To take 5 s or less.
// Usage: node bench/carers-needed.ts [seed]

const SEED = Number(process.argv[2] ?? 7)
const [REFERRALS, PROFILES, RUNS] = [400, 500, 15]
const COST = {marginalPenceAWeek: 60_000, fullPenceAWeek: 100_000}

let profiles = 0
const work = (seed: number) => {
  const year = makeYearOfReferrals(seed, REFERRALS, '2026-11-23')
  return () =>
    carersNeeded({
      ...year,
      count: 10,
      candidates: unmet => {
        const made = candidatesFor(unmet, year.areas, () => COST, PROFILES)
        profiles = made.length
        return made
      },
    })
}

console.log(`Node ${process.version}, ${REFERRALS} referrals; median [least..most] of ${RUNS} runs`)
const rows = []
for (const seed of [SEED, SEED + 1, SEED + 2]) {
  const run = work(seed)
  const {unmet, carers} = run()
  const times = await timesOf(RUNS, 1, run)
  const promised = carers.reduce((sum, carer) => sum + carer.demands, 0)
  rows.push({seed, unmet: unmet.length, profiles, 'served by ten': promised, time: spread(times)})
}
console.table(rows)
