import {expect, test} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {forecastApprovals} from '../../../domain/recruitment/forecast.ts'
import {timeToApproval} from '../../../domain/recruitment/time-to-approval.ts'
import {makePipeline} from '../../../sample/pipeline/make-pipeline.ts'

test('the interval of the forecast holds what came, in at least 34 of 40 made pipelines', () => {
  const today = '2026-09-01'
  const then = addDays(today, -365)
  const held = Array.from({length: 40}, (_, seed) => seed).filter(seed => {
    const {applications} = makePipeline({seed, enquiries: 1500, from: '2023-03-01', today})
    const forecast = forecastApprovals(applications, then)
    if (!forecast.ok) throw new Error(`seed ${seed}: ${JSON.stringify(forecast.error)}`)
    const came = timeToApproval(applications, {from: addDays(then, 1), to: today}).approvals
    return forecast.value.low <= came && came <= forecast.value.high
  })
  expect(held.length).toBeGreaterThanOrEqual(34)
})
