import {getCosts, recordCosts} from './costs.ts'
import {decideCase, supersedeDecision} from './decide.ts'
import {addAction, recordActionDone} from './follow-up.ts'
import {getMeeting, getMeetingPack, publishMeeting, recordMeeting} from './meetings.ts'
import {closeCase, openCase} from './open-and-close.ts'
import {getCase, getCasePack, listCases} from './read-cases.ts'

export const panel = [
  getCosts,
  recordCosts,
  listCases,
  openCase,
  getCase,
  closeCase,
  getCasePack,
  decideCase,
  supersedeDecision,
  addAction,
  recordActionDone,
  getMeeting,
  recordMeeting,
  publishMeeting,
  getMeetingPack,
]
