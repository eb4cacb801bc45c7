import {exportEnquiries} from './export-enquiries.ts'
import {getCarersNeeded} from './get-carers-needed.ts'
import {getEmptyPlaces} from './get-empty-places.ts'
import {getFairness} from './get-fairness.ts'
import {getFunnel} from './get-funnel.ts'
import {getOfstedReturn} from './get-ofsted-return.ts'
import {getPipeline} from './get-pipeline.ts'

export const recruitmentViews = [
  getPipeline,
  getFunnel,
  getOfstedReturn,
  getCarersNeeded,
  getFairness,
  getEmptyPlaces,
  exportEnquiries,
]
