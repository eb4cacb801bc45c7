import type {ApproveRefusal} from '../../../../domain/recruitment/approve.ts'
import type {PauseRefusal} from '../../../../domain/recruitment/pause.ts'
import {pauseRefusedInWords, refusalInWords} from '../../../../domain/recruitment/refusal-words.ts'
import {refuse} from '../../../../domain/result.ts'
import {fault, invalid} from '../../faults.ts'

/** Where the body itself is at fault; all else stands against what is recorded. */
const POINTERS: Partial<Record<ApproveRefusal['kind'], string>> = {
  'in-the-future': '/on',
  'before-enquiry': '/on',
  'bank-holidays-not-known': '/on',
  'panel-day-past': '/for',
  'no-reason': '/reason',
  'not-in-force-yet': '/on',
  // The schema sees to all else of the terms.
  'no-terms': '/terms/namedChildren',
  'terms-exceed-bedrooms': '/overBedrooms',
  'under-16': '/terms/ages/from',
}

/** The refusal of a body that is at fault, or that what is recorded does not allow: always with words. */
const refusedIn = (kind: ApproveRefusal['kind'] | PauseRefusal['kind'], words: string) => {
  const pointer = POINTERS[kind as ApproveRefusal['kind']]
  return pointer === undefined
    ? refuse({kind: 'not-in-order', words} as const)
    : invalid([fault(pointer, words)])
}

export const milestoneRefused = (refusal: ApproveRefusal) => refusedIn(refusal.kind, refusalInWords(refusal))
export const pauseRefused = (refusal: PauseRefusal) => refusedIn(refusal.kind, pauseRefusedInWords(refusal))
