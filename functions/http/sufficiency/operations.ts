import {getBreakdown} from './get-breakdown.ts'
import {getReport} from './get-report.ts'
import {getSufficiency} from './get-sufficiency.ts'
import {getTrend} from './get-trend.ts'
import {listIndicatorRows} from './list-indicator-rows.ts'

export const sufficiency = [getSufficiency, getTrend, getBreakdown, listIndicatorRows, getReport]
