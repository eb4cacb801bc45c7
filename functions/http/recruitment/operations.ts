import {changeHousehold} from './change-household.ts'
import {createHousehold} from './create-household.ts'
import {getHousehold} from './get-household.ts'
import {listHouseholds} from './list-households.ts'

export const recruitment = [createHousehold, getHousehold, listHouseholds, changeHousehold]
