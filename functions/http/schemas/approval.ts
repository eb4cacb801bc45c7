import * as z from 'zod'
import {APPROVAL_RULES} from '../../../domain/matching/shortlist.ts'
import {day, term, text} from './facts.ts'

/** A decision that an option needed: who made it, in which role, on which day, and why. */
const grantedApproval = z
  .strictObject({
    rule: z.enum(APPROVAL_RULES).meta({description: 'As the shortlist names it.'}),
    role: term.meta({description: 'The role that the rule names.', examples: ['nominated-officer']}),
    by: text(200).meta({description: 'The account or post of whoever decided.'}),
    on: day.meta({description: 'The day of the decision.'}),
    reason: text(4000),
  })
  .meta({id: 'GrantedApproval'})

export const grantedApprovals = z.array(grantedApproval).max(40)
