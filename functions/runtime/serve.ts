import type {Logger} from '@aws-lambda-powertools/logger'
import middy, {type MiddlewareObj} from '@middy/core'
import type {APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2} from 'aws-lambda'
import {problemAnswer, toGateway} from './answer.ts'
import {callerOf} from './caller.ts'
import type {Operation} from './endpoint.ts'
import {faultProblem, problemOf} from './problem.ts'

type Stack = MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>

/** The Lambda handler of one context: the process's one middy stack, which finds the operation by the route's key. */
export function serve<Needs>(operations: readonly Operation<Needs>[], needs: Needs, logger: Logger) {
  const byRoute = new Map(operations.map(each => [`${each.route.method} ${each.route.path}`, each]))
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({timeoutEarlyInMillis: 0})
    .use(oneLineARequest(logger))
    .use(faultsAsProblems(logger))
    .handler(async (event: APIGatewayProxyEventV2) => {
      const operation = byRoute.get(event.routeKey)
      if (operation === undefined) throw new Error(`No operation for the route ${event.routeKey}`)
      const answer = await operation.run(event, needs)
      if (answer.ok) return toGateway(answer.value)
      return toGateway(problemAnswer(problemOf(answer.error, event.requestContext.requestId)))
    })
}

/** A fault tells its caller nothing, and the log its name and where: a message may quote a record. */
const faultsAsProblems = (logger: Logger): Stack => ({
  onError: request => {
    const {requestId} = request.event.requestContext
    const {name, stack = ''} = request.error ?? new Error('Nothing was thrown')
    logger.error('fault', {
      requestId,
      fault: name,
      at: stack.split('\n').filter(line => /^\s+at /.test(line)),
    })
    request.response = toGateway(problemAnswer(faultProblem(request.error, requestId)))
  },
})

/** Who asked for what and how it went: routes and accounts, never a path, query or body. */
function oneLineARequest(logger: Logger): Stack {
  const started = new WeakMap<object, number>()
  const write: NonNullable<Stack['after']> = ({event, response}) => {
    const caller = callerOf(event)
    logger.info('request', {
      route: event.routeKey,
      status: response?.statusCode,
      milliseconds: Math.round(performance.now() - started.get(event)!),
      requestId: event.requestContext.requestId,
      authority: caller?.authorityId,
      by: caller?.by,
    })
  }
  return {before: ({event}) => void started.set(event, performance.now()), after: write, onError: write}
}
