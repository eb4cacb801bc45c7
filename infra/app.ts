import {App, Validations} from 'aws-cdk-lib'
import {AwsSolutionsChecks, ServerlessChecks} from 'cdk-nag'
import settings from '../cdk.json' with {type: 'json'}
import {ROUTES} from '../functions/http/routes.ts'
import {acknowledge} from './acknowledgements.ts'
import {DataStack} from './data-stack.ts'
import {ServiceStack} from './service-stack.ts'

export interface AppOptions {
  /** Where the cloud assembly is written. */
  readonly outdir?: string
  /** Laid over the context of cdk.json. */
  readonly context?: Readonly<Record<string, unknown>>
}

/**
 * One authority's whole service, in two stacks: what must never be lost, and what can be made again.
 * The context of cdk.json is read here too, so that synthesis gives the same with the CDK command and without it.
 * Findings of the nag packs set the process's exit code to 1 when the app is synthesised.
 */
export function hearthApp({outdir, context}: AppOptions = {}): App {
  const app = new App({
    outdir,
    context: {...settings.context, ...context},
    analyticsReporting: false,
    autoSynth: false,
  })
  const stage = String(app.node.getContext('stage'))
  const env = {region: String(app.node.getContext('region'))}
  const data = new DataStack(app, 'HearthData', {stackName: `hearth-${stage}-data`, env})
  new ServiceStack(app, 'HearthService', {
    stackName: `hearth-${stage}-service`,
    env,
    stage,
    data,
    routes: ROUTES,
  })
  acknowledge(app)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
  return app
}

if (import.meta.main) hearthApp({outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out'}).synth()
