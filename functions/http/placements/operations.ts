import {answerApproach} from './answer-approach.ts'
import {changeChild} from './change-child.ts'
import {changePolicy} from './change-policy.ts'
import {changeReferral} from './change-referral.ts'
import {correctPlacement} from './correct-placement.ts'
import {createChild} from './create-child.ts'
import {endPlacement} from './end-placement.ts'
import {endStayingPut} from './end-staying-put.ts'
import {getCalendar} from './get-calendar.ts'
import {getChild} from './get-child.ts'
import {getHold} from './get-hold.ts'
import {getPlacement} from './get-placement.ts'
import {getPolicy} from './get-policy.ts'
import {getReferral} from './get-referral.ts'
import {getShortlist} from './get-shortlist.ts'
import {holdPlaces} from './hold-places.ts'
import {listChildren} from './list-children.ts'
import {listDue} from './list-due.ts'
import {listExcluded} from './list-excluded.ts'
import {listHolds} from './list-holds.ts'
import {listPlacements} from './list-placements.ts'
import {listReferrals} from './list-referrals.ts'
import {listShortlists} from './list-shortlists.ts'
import {makeShortlist} from './make-shortlist.ts'
import {movePlacement} from './move-placement.ts'
import {openReferral} from './open-referral.ts'
import {getApproach, listApproaches} from './read-approaches.ts'
import {recordApproach} from './record-approach.ts'
import {recordDone} from './record-done.ts'
import {releaseHold} from './release-hold.ts'
import {replayShortlist} from './replay-shortlist.ts'
import {startPlacement} from './start-placement.ts'
import {startHospitalStay, startRespite} from './stay-aside.ts'
import {stayPut} from './stay-put.ts'

export const placements = [
  createChild,
  listChildren,
  getChild,
  changeChild,
  openReferral,
  listReferrals,
  getReferral,
  changeReferral,
  makeShortlist,
  listShortlists,
  getShortlist,
  listExcluded,
  replayShortlist,
  holdPlaces,
  listHolds,
  getHold,
  releaseHold,
  recordApproach,
  listApproaches,
  getApproach,
  answerApproach,
  startPlacement,
  listPlacements,
  getPlacement,
  endPlacement,
  movePlacement,
  startRespite,
  startHospitalStay,
  stayPut,
  endStayingPut,
  correctPlacement,
  recordDone,
  listDue,
  getCalendar,
  getPolicy,
  changePolicy,
]
