import type {OperationOf} from './route.ts'
import {approachRoutes} from './routes/approaches.ts'
import {auditRoutes} from './routes/audit.ts'
import {calendarRoutes} from './routes/calendar.ts'
import {childRoutes} from './routes/children.ts'
import {documentationRoutes} from './routes/documentation.ts'
import {dueRoutes} from './routes/due.ts'
import {holdRoutes} from './routes/holds.ts'
import {householdRoutes} from './routes/households.ts'
import {importRoutes} from './routes/imports.ts'
import {panelRoutes} from './routes/panel.ts'
import {placementRoutes} from './routes/placements.ts'
import {policyRoutes} from './routes/policy.ts'
import {recruitmentRoutes} from './routes/recruitment.ts'
import {recruitmentViewRoutes} from './routes/recruitment-views.ts'
import {referralRoutes} from './routes/referrals.ts'
import {shortlistRoutes} from './routes/shortlists.ts'
import {sufficiencyRoutes} from './routes/sufficiency.ts'

/**
 * Every operation, as data: the gateway, the contract and the documentation are made from it. A function knows the
 * tables of its own operations only, so that its bundle has no other schemas.
 */
export const routes = {
  ...childRoutes,
  ...householdRoutes,
  ...referralRoutes,
  ...shortlistRoutes,
  ...holdRoutes,
  ...approachRoutes,
  ...placementRoutes,
  ...dueRoutes,
  ...calendarRoutes,
  ...policyRoutes,
  ...panelRoutes,
  ...importRoutes,
  ...recruitmentRoutes,
  ...recruitmentViewRoutes,
  ...sufficiencyRoutes,
  ...auditRoutes,
  ...documentationRoutes,
} as const satisfies Record<string, OperationOf>

export type RouteId = keyof typeof routes
export interface Route extends OperationOf {
  readonly id: RouteId
}
export const ROUTES: readonly Route[] = Object.values(routes)
