import {type ApprovalNeeded, NOT_NEEDED} from './approval.ts'

/** A child in care goes to live with a parent only once a nominated officer has approved it. */
export const a08WithParents: ApprovalNeeded = {
  rule: 'A8',
  source: 'SI 2010/959 reg 18',
  needed: (_, {household}) =>
    household.kind === 'parent'
      ? [
          {
            role: 'nominated-officer',
            within: null,
            words: 'living with a parent, once the home and each adult in it are assessed',
          },
        ]
      : NOT_NEEDED,
}
