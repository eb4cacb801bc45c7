import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type History, history} from '../../support/history.ts'
import {isLinearizable, type Model, type Operation} from '../../support/linearizability.ts'
import {type Asked, type Heard, household} from './household.ts'

type Told = Operation<Asked, Heard>

const asked = fc.constantFrom<Asked>('hold', 'release', 'read')
const PLACES = 2

/** One caller after another, each at its own moment; but they called earlier and heard later than that. */
const execution = (most: number) =>
  fc
    .array(fc.record({input: asked, early: fc.nat(100), late: fc.nat(100), isLost: fc.boolean()}), {
      maxLength: most,
    })
    .map(operations => {
      let state = household(PLACES).initial
      return operations.map(({input, early, late, isLost}, index): Told => {
        const done = household(PLACES).step(state, input)
        state = done.state
        const call = 10 * index - early
        if (isLost) return {call, return: null, input}
        return {call, return: 10 * index + late, input, output: done.output}
      })
    })

test('whatever one caller after another hears is possible, however their calls overlap', () => {
  fc.assert(
    fc.property(execution(40), told => {
      expect(isLinearizable(told, household(PLACES))).toBe(true)
    }),
  )
})

/** Tries every order of every choice of the lost ones. */
function isPossibleByTrial<State>(
  left: readonly Told[],
  {initial, step}: Model<State, Asked, Heard>,
): boolean {
  if (left.every(operation => operation.return === null)) return true
  return left.some((operation, index) => {
    const others = left.toSpliced(index, 1)
    if (others.some(other => other.return !== null && other.return < operation.call)) return false
    const {state, output} = step(initial, operation.input)
    if (operation.return !== null && output !== operation.output) return false
    return isPossibleByTrial(others, {initial: state, step})
  })
}

test('of any small history it says what trying every order says', () => {
  const output = fc.constantFrom<Heard>('held', 'full', 'released', 'nothing held', 0, 1, 2)
  const operation = fc
    .record({call: fc.nat(9), lasts: fc.nat(9), input: asked, output, isLost: fc.boolean()})
    .map(
      ({call, lasts, input, output, isLost}): Told =>
        isLost ? {call, return: null, input} : {call, return: call + lasts, input, output},
    )
  /** Mostly true, or hardly any would be possible. */
  const nearlyTrue = fc.tuple(execution(6), fc.array(operation, {maxLength: 1})).map(parts => parts.flat())
  const seen = {true: 0, false: 0}
  fc.assert(
    fc.property(fc.oneof(nearlyTrue, fc.array(operation, {maxLength: 5})), told => {
      const possible = isPossibleByTrial(told, household(PLACES))
      seen[`${possible}`] += 1
      expect(isLinearizable(told, household(PLACES))).toBe(possible)
    }),
    {numRuns: 2_000},
  )
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(200)
})

describe('with two callers for the last place, in any interleaving of their steps', () => {
  type Hold = () => Promise<Heard>
  const LAST = household(1)

  /** A store that takes its time over each step, as the scheduler pleases. */
  const planted = (scheduler: fc.Scheduler): Hold => {
    let free = 1
    const read = scheduler.scheduleFunction(async () => free)
    const write = scheduler.scheduleFunction(async (now: number) => {
      free = now
    })
    return async () => {
      const seen = await read()
      if (seen === 0) return 'full'
      await write(seen - 1)
      return 'held'
    }
  }
  const sound = (scheduler: fc.Scheduler): Hold => {
    let free = 1
    return scheduler.scheduleFunction(async () => {
      if (free === 0) return 'full'
      free -= 1
      return 'held'
    })
  }

  async function lived(scheduler: fc.Scheduler, hold: Hold): Promise<History<Asked, Heard>> {
    let moment = 0
    const told = history<Asked, Heard>(() => ++moment)
    const callers = [1, 2].map(() =>
      scheduler.schedule(Promise.resolve()).then(() => told.record('hold', hold)),
    )
    await scheduler.waitIdle()
    await Promise.all(callers)
    return told
  }
  const holds = (store: (scheduler: fc.Scheduler) => Hold) =>
    fc.asyncProperty(fc.scheduler(), async scheduler => {
      const {operations} = await lived(scheduler, store(scheduler))
      expect(operations).toHaveLength(2)
      expect(isLinearizable(operations, LAST)).toBe(true)
    })

  test('a store that decides in one step gives it to one of them', async () => {
    await fc.assert(holds(sound), {numRuns: 200})
  })

  test.each(Array.from({length: 20}, (_, index) => index))(
    'a store that reads and then writes gives it to both, which shows within 20 runs: seed %i',
    async seed => {
      const {failed} = await fc.check(holds(planted), {seed, numRuns: 20})
      expect(failed).toBe(true)
    },
  )
})
