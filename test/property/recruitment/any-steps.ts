import fc from 'fast-check'
import {addDays} from '../../../domain/calendar.ts'
import {CHECKS} from '../../../domain/recruitment/milestone.ts'
import type {Recordable} from '../../../domain/recruitment/record-milestone.ts'
import {ASSESSED} from '../../unit/recruitment/an-application.ts'

export const TODAY = '2026-11-23'
export const on = fc.integer({min: -10, max: 310}).map(days => addDays('2026-02-02', days))

const PLAIN = [
  'first-contact',
  'home-visit',
  'application-accepted',
  'stage-1-started',
  'stage-1-information',
  'stage-2-started',
  'stage-2-completed',
  'papers-sent',
  'minutes-received',
  'told-orally',
  'told-in-writing',
  'previous-approval-ended',
  'induction',
] as const

/** Any step on any day, likely or not. */
const anyStep: fc.Arbitrary<Recordable> = fc.oneof(
  fc.record({kind: fc.constantFrom(...PLAIN), on}),
  fc.record({kind: fc.constant('check-asked' as const), on, check: fc.constantFrom(...CHECKS)}),
  fc.record({
    kind: fc.constant('check-returned' as const),
    on,
    check: fc.constantFrom(...CHECKS),
    satisfactory: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('stage-1-outcome' as const),
    on,
    suitable: fc.boolean(),
    reason: fc.constantFrom(null, '', 'A check'),
  }),
  fc.record({
    kind: fc.constant('panel' as const),
    on,
    recommends: fc.constantFrom('approve', 'not-approve', 'deferred'),
  }),
  fc.record({kind: fc.constant('panel-booked' as const), on, for: on}),
  fc.record({
    kind: fc.constant('decision' as const),
    on,
    outcome: fc.constant('not-approved' as const),
    reason: fc.constantFrom('', 'Not ready'),
  }),
  fc.record({
    kind: fc.constant('withdrawn' as const),
    on,
    code: fc.constantFrom('AW0', 'AW3'),
    reason: fc.constant('A new job'),
  }),
)

/** The usual way of an application, with other steps thrown in. */
export const steps = fc
  .array(fc.tuple(fc.nat(ASSESSED.length), anyStep), {maxLength: 25})
  .map(extra =>
    [...ASSESSED.keys(), ASSESSED.length].flatMap(at => [
      ...extra.filter(([before]) => before === at).map(([, step]) => step),
      ...ASSESSED.slice(at, at + 1),
    ]),
  )
