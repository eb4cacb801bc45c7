import {expect, it} from 'vitest'
import {history} from '../../support/history.ts'
import {isLinearizable} from '../../support/linearizability.ts'
import {type Asked, homes} from '../../support/stays-model.ts'

/** One home with one place, kept by a service that reads, thinks, and writes what it thought. */
function aHome(isCareful: boolean) {
  let [living, version] = [0, 0]
  const ticks = (() => {
    let now = 0
    return () => ++now
  })()
  const told = history<Asked, string>(ticks)
  const start = (child: number) =>
    told.record({what: 'start', child, house: 0, on: 0}, async () => {
      const [seen, of] = [living, version]
      await Promise.resolve()
      if (seen >= 1 || (isCareful && of !== version)) return 'conditions-failed'
      living = seen + 1
      version += 1
      return 'placed'
    })
  return {told, start}
}

it('a placement that is promised on what was read, and written whatever has changed, shows', async () => {
  const careless = aHome(false)
  await Promise.all([careless.start(1), careless.start(2)])
  expect(isLinearizable(careless.told.operations, homes(1))).toBe(false)
})

it('one that is written only on what was read does not', async () => {
  const careful = aHome(true)
  await Promise.all([careful.start(1), careful.start(2)])
  expect(isLinearizable(careful.told.operations, homes(1))).toBe(true)
})

it('a place is free again from the day on which the child moves on or leaves, and not before', () => {
  const {step, initial} = homes(1)
  const heard: string[] = []
  let stays = initial
  const asked: readonly Asked[] = [
    {what: 'start', child: 1, house: 0, on: 0},
    {what: 'start', child: 2, house: 0, on: 5},
    {what: 'move', child: 1, house: 1, on: 5},
    {what: 'start', child: 2, house: 0, on: 4},
    {what: 'start', child: 2, house: 0, on: 5},
    {what: 'end', child: 1, on: 9},
  ]
  for (const each of asked) {
    const {state, output} = step(stays, each)
    stays = state
    heard.push(output)
  }
  expect(heard).toEqual(['placed', 'conditions-failed', 'moved', 'conditions-failed', 'placed', 'ended'])
})
