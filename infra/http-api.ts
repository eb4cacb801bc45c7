import {AccessLogFormat} from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import {HttpJwtAuthorizer} from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import {HttpLambdaIntegration} from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type {IKey} from 'aws-cdk-lib/aws-kms'
import type {IFunction} from 'aws-cdk-lib/aws-lambda'
import {LogGroup, RetentionDays} from 'aws-cdk-lib/aws-logs'
import type {Construct} from 'constructs'
import type {Context} from '../functions/http/route.ts'
import type {Route, RouteId} from '../functions/http/routes.ts'

/**
 * Every route that answers without a token, by id. A route is public only when the routes table and this list
 * agree, so that no single edit can open one.
 */
export const PUBLIC_ROUTES: readonly RouteId[] = ['getOpenApi', 'getDocumentation', 'getProblems']

/** What the gateway needs to know of a route. */
export type ApiRoute = Pick<Route, 'id' | 'context' | 'method' | 'path' | 'access'>

export interface ApiProps {
  readonly name: string
  readonly routes: readonly ApiRoute[]
  readonly functions: Readonly<Record<Context, IFunction>>
  readonly issuer: string
  readonly audience: string
  readonly logKey: IKey
}

export function httpApi(scope: Construct, props: ApiProps): HttpApi {
  const api = new HttpApi(scope, 'Api', {apiName: props.name, createDefaultStage: false})
  const everyone = new HttpNoneAuthorizer()
  const tokenHolders = new HttpJwtAuthorizer('Oidc', props.issuer, {jwtAudience: [props.audience]})
  const integrations = Object.fromEntries(
    Object.entries(props.functions).map(([context, handler]) => [
      context,
      new HttpLambdaIntegration(context, handler, {scopePermissionToRoute: false}),
    ]),
  )
  for (const route of props.routes) {
    new HttpRoute(scope, `Route-${route.id}`, {
      httpApi: api,
      routeKey: HttpRouteKey.with(route.path, route.method as HttpMethod),
      integration: integrations[route.context]!,
      authorizer: isPublic(route) ? everyone : tokenHolders,
    })
  }
  stage(scope, api, props.logKey)
  return api
}

function isPublic({id, access}: ApiRoute): boolean {
  const listed = PUBLIC_ROUTES.includes(id)
  if (listed !== (access === 'public'))
    throw new Error(`Route ${id}: the routes table and PUBLIC_ROUTES disagree on whether it is public`)
  return listed
}

/** The access log names the route, not the address: no query string, no identifier of a child's record. */
function stage(scope: Construct, api: HttpApi, logKey: IKey): void {
  const logGroup = new LogGroup(scope, 'AccessLog', {
    encryptionKey: logKey,
    retention: RetentionDays.ONE_YEAR,
  })
  new HttpStage(scope, 'DefaultStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: {rateLimit: 50, burstLimit: 100},
    accessLogSettings: {destination: new LogGroupLogDestination(logGroup), format: ACCESS_LOG},
  })
}

const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    routeKey: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    subject: '$context.authorizer.claims.sub',
    authority: '$context.authorizer.claims.authority',
    ip: '$context.identity.sourceIp',
    refused: '$context.authorizer.error',
    failed: '$context.integrationErrorMessage',
  }),
)
