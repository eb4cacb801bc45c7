import {addDays, type Day} from '../../domain/calendar.ts'
import {WITHDRAWAL_CODES, type WithdrawalCode} from '../../domain/recruitment/milestone.ts'
import type {Recordable} from '../../domain/recruitment/record-milestone.ts'
import {addWorkingDays} from '../../domain/working-days.ts'
import type {Random, Weights} from '../random.ts'

export type Step = Recordable | {readonly kind: 'approve'; readonly on: Day}

/**
 * England's local authorities, as Ofsted publishes them: 12 of 100 enquiries reach an application (2022-23); of
 * applications that came to an end in 2023-24, 1,815 were approved and 3,670 withdrawn.
 */
const [CONTACTED, VISITED, ACCEPTED] = [0.93, 0.34, 0.38]
/** Of the accepted. */
const ENDS: Weights<'approved' | 'withdrawn' | 'stage-1' | 'decision'> = {
  approved: 31,
  withdrawn: 62,
  'stage-1': 5,
  decision: 2,
}
/** Enquiries that nobody ever closes. */
const LEFT_OPEN = 0.03

const CODES: Weights<WithdrawalCode> = {AW3: 44, AW1: 16, AW0: 16, AW2: 11, AW4: 9, AW5: 4}

const withdrawal = (on: Day, random: Random): Step => {
  const code = random.byWeight(CODES)
  return {kind: 'withdrawn', on, code, reason: WITHDRAWAL_CODES[code]}
}

/** Everything that will happen after an enquiry, by day. */
export function stepsOf(enquiry: Day, random: Random): readonly Step[] {
  const contact = addDays(
    enquiry,
    random.weighted([
      [0, 2],
      [1, 5],
      [2, 2],
      [3, 1],
      [7, 0.4],
    ]),
  )
  const steps: Step[] = []
  const leaves = (after: Day): readonly Step[] => {
    if (random.chance(LEFT_OPEN)) return steps
    const on = addDays(after, random.integer(5, 70))
    const end: Step = random.chance(0.6)
      ? withdrawal(on, random)
      : {kind: 'not-taken-forward', on, reason: 'No spare bedroom'}
    return [...steps, end]
  }
  if (!random.chance(CONTACTED)) return leaves(enquiry)
  steps.push({kind: 'first-contact', on: contact})
  if (!random.chance(VISITED)) return leaves(contact)
  const visit = addDays(contact, random.integer(2, 14))
  steps.push({kind: 'home-visit', on: visit})
  if (!random.chance(ACCEPTED)) return leaves(visit)
  return [...steps, ...assessed(addDays(visit, random.integer(5, 60)), random)]
}

/** From the accepted application on; a withdrawal can come on any day of it. */
function assessed(accepted: Day, random: Random): readonly Step[] {
  const end = random.byWeight(ENDS)
  const steps = [...stage1(accepted, end === 'stage-1', random)]
  if (end === 'stage-1') return steps
  const outcome = steps.at(-1)!.on
  steps.push(...stage2(outcome, random))
  const minutes = steps.at(-1)!.on
  if (end === 'withdrawn') {
    const days = Math.round((Date.parse(minutes) - Date.parse(accepted)) / 86_400_000)
    // More leave early than late.
    const on = addDays(accepted, Math.floor(days * random.next() * random.next()))
    return [...steps.filter(step => step.on <= on), withdrawal(on, random)]
  }
  return [...steps, ...decided(addDays(minutes, random.integer(1, 12)), end === 'approved', random)]
}

function stage1(accepted: Day, isRefused: boolean, random: Random): readonly Step[] {
  const start = addDays(accepted, random.integer(0, 10))
  const information = addDays(start, random.integer(35, 95))
  const asked = addDays(start, 2)
  const checks = (['disclosure', 'health', 'reference-1', 'reference-2'] as const).map(check => ({
    check,
    on: addDays(asked, random.integer(5, 30)),
  }))
  const outcome = addWorkingDays(information, random.integer(1, 13))
  return [
    {kind: 'application-accepted', on: accepted},
    {kind: 'stage-1-started', on: start},
    ...checks.map(({check}): Step => ({kind: 'check-asked', check, on: asked})),
    ...checks
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .map(({check, on}): Step => ({kind: 'check-returned', check, on, satisfactory: true})),
    {kind: 'stage-1-information', on: information},
    {
      kind: 'stage-1-outcome',
      on: outcome,
      suitable: !isRefused,
      reason: isRefused ? 'What the checks showed' : null,
    },
  ]
}

function stage2(outcome: Day, random: Random): readonly Step[] {
  const start = addDays(outcome, random.integer(0, 12))
  const completed = addDays(start, random.integer(70, 160))
  const panel = addDays(completed, random.integer(14, 36))
  return [
    {kind: 'stage-2-started', on: start},
    {kind: 'training-completed', on: addDays(start, 20), course: 'Skills to Foster'},
    {kind: 'stage-2-completed', on: completed},
    {kind: 'panel-booked', on: completed, for: panel},
    {kind: 'papers-sent', on: addWorkingDays(panel, -random.integer(4, 6))},
    {kind: 'panel', on: panel, recommends: 'approve'},
    {kind: 'minutes-received', on: addDays(panel, random.integer(3, 10))},
  ]
}

function decided(on: Day, isApproved: boolean, random: Random): readonly Step[] {
  const told: readonly Step[] = [
    {kind: 'told-orally', on: addDays(on, 1)},
    {kind: 'told-in-writing', on: addDays(on, random.integer(2, 7))},
  ]
  if (!isApproved)
    return [{kind: 'decision', on, outcome: 'not-approved', reason: 'Not ready to foster'}, ...told]
  const reviews = [1, 2, 3].map(
    (year): Step => ({kind: 'review', on: addDays(on, 350 * year), continues: true, toPanel: year === 1}),
  )
  return [{kind: 'approve', on}, ...told, {kind: 'induction', on: addDays(on, 14)}, ...reviews]
}
