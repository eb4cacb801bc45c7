import {changeApplication, openApplication} from './applications/open-application.ts'
import {pauseClocks, resumeClocks} from './applications/pauses.ts'
import {getApplication, listApplications} from './applications/read-applications.ts'
import {correctMilestone, recordMilestone} from './applications/record-milestone.ts'
import {changeCampaign, createCampaign, getCampaign, listCampaigns} from './campaigns.ts'
import {changeHousehold} from './change-household.ts'
import {createHousehold} from './create-household.ts'
import {getHousehold} from './get-household.ts'
import {listHouseholds} from './list-households.ts'

export const recruitment = [
  createHousehold,
  getHousehold,
  listHouseholds,
  changeHousehold,
  openApplication,
  listApplications,
  getApplication,
  changeApplication,
  recordMilestone,
  correctMilestone,
  pauseClocks,
  resumeClocks,
  createCampaign,
  listCampaigns,
  getCampaign,
  changeCampaign,
]
