import {readFileSync} from 'node:fs'
import {join} from 'node:path'

export interface Bundle {
  readonly name: string
  /** The very file that Lambda loads. */
  readonly path: string
  /** The names of the settings that it finds in its environment. */
  readonly settings: readonly string[]
}

interface FunctionResource {
  readonly Type: string
  readonly Properties: {
    readonly Code: {readonly S3Key: string}
    readonly Environment: {readonly Variables: Readonly<Record<string, unknown>>}
  }
}

/** The bundle of each function of a synthesised service, read from its template. */
export function bundlesIn(assembly: string): readonly Bundle[] {
  const template = JSON.parse(readFileSync(join(assembly, 'HearthService.template.json'), 'utf8'))
  const resources = Object.values(template.Resources as Record<string, FunctionResource>)
  return resources
    .filter(({Type}) => Type === 'AWS::Lambda::Function')
    .map(({Properties: {Code, Environment}}) => ({
      name: String(Environment.Variables['POWERTOOLS_SERVICE_NAME']),
      path: join(assembly, `asset.${Code.S3Key.replace('.zip', '')}`, 'index.js'),
      settings: Object.keys(Environment.Variables),
    }))
}
