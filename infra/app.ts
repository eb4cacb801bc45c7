import {App, type AppProps, Validations} from 'aws-cdk-lib'
import {AwsSolutionsChecks, ServerlessChecks} from 'cdk-nag'
import settings from '../cdk.json' with {type: 'json'}
import {ROUTES} from '../functions/http/routes.ts'
import {acknowledge} from './acknowledgements.ts'
import {DataStack} from './data-stack.ts'
import {ServiceStack} from './service-stack.ts'

/**
 * One authority's whole service, in two stacks: what must never be lost, and what can be made again.
 * The context of cdk.json is read here too, so that synthesis gives the same with the CDK command and without it.
 * A finding of the nag packs that is not acknowledged fails the synthesis.
 */
export function hearthApp(options: Pick<AppProps, 'outdir' | 'context'> = {}): App {
  const app = new App({
    ...options,
    context: {...settings.context, ...options.context},
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
