import fc from 'fast-check'
import {it} from 'vitest'
import {anyOrder, PLACES} from './commands.ts'
import {decisions} from './real.ts'
import {served} from './served.ts'

/*
 * Whatever is asked in whatever order, the decisions accept and refuse what the plainest account of homes and
 * nights does; and after each of them no place is taken twice, and no child lives in two homes. So do the handlers
 * over the store in memory; test/integration/placement runs the same over DynamoDB.
 */

it('no place is ever held or filled twice, no child is in two homes, and no hold outlives its end', async () => {
  await fc.assert(
    anyOrder(async () => decisions(PLACES), 40),
    {numRuns: 250},
  )
})

it('nor through the API, over the store in memory', async () => {
  await fc.assert(
    anyOrder(() => served(PLACES), 40),
    {numRuns: 60},
  )
})
