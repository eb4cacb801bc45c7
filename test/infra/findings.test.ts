import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {ACKNOWLEDGEMENTS} from '../../infra/acknowledgements.ts'
import {hearthApp} from '../../infra/app.ts'

interface Finding {
  readonly acknowledgedId: string
  readonly acknowledgedAt: string
}

interface Report {
  readonly pluginName: string
  readonly violations: readonly unknown[]
  readonly suppressedViolations: readonly Finding[]
}

const {directory} = hearthApp({context: {'aws:cdk:bundling-stacks': []}}).synth()
const reports: readonly Report[] = JSON.parse(
  readFileSync(join(directory, 'validation-report.json'), 'utf8'),
).pluginReports

describe('the rule packs', () => {
  test('are the AWS Solutions and the Serverless ones', () => {
    expect(reports.map(({pluginName}) => pluginName)).toEqual(['AwsSolutions', 'Serverless'])
  })

  test('find nothing that is not acknowledged', () => {
    expect(reports.flatMap(({violations}) => violations)).toEqual([])
  })

  test('still find everything that is acknowledged, so that no exception outlives its cause', () => {
    const found = reports.flatMap(({suppressedViolations}) => suppressedViolations)
    const accepted = ACKNOWLEDGEMENTS.flatMap(({rule, on}) => on.map(id => `${rule} HearthService/${id}`))
    expect(
      found.map(({acknowledgedId, acknowledgedAt}) => `${acknowledgedId} ${acknowledgedAt}`).sort(),
    ).toEqual(accepted.sort())
  })

  test('are never overruled without a reason and an owner', () => {
    for (const {reason, owner} of ACKNOWLEDGEMENTS) {
      expect(reason).toMatch(/^[A-Z].{30,}\.$/)
      expect(owner).toMatch(/\w/)
    }
  })
})
