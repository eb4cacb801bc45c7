import openApi from '../../../contracts/generated/openapi.json' with {type: 'json'}
import {ok} from '../../../domain/result.ts'
import type {Operation} from '../../runtime/endpoint.ts'
import type {Answer} from '../../store/idempotency.ts'
import {documentationRoutes} from '../routes/documentation.ts'
import {problemsPage} from './problems-page.ts'
import {type Contract, referencePage} from './reference-page.ts'

const contract: Answer = {
  status: 200,
  headers: {'content-type': 'application/json', 'cache-control': 'public, max-age=300'},
  body: JSON.stringify(openApi),
}

/** The same for everyone, so made once, as the process starts. */
const always = (route: Operation<unknown>['route'], answer: Answer): Operation<unknown> => ({
  route,
  run: async () => ok(answer),
})

export const documentation = [
  always(documentationRoutes.getOpenApi, contract),
  always(documentationRoutes.getDocumentation, referencePage(openApi as unknown as Contract)),
  always(documentationRoutes.getProblems, problemsPage),
]
