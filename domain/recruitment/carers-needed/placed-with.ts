import type {PlacementCode} from '../../placement/codes.ts'
import {type PlacementGroup, placementGroup} from '../../sufficiency/provision.ts'
import type {PlacedWith} from './demand.ts'

const RESIDENTIAL: readonly PlacementGroup[] = [
  'secure-and-childrens-homes',
  'residential-schools',
  'other-residential',
]

/** By the codes of the return: PR4 and PR5 are independent providers, whose foster carers are an IFA's. */
export function placedWithBy({place, provider}: PlacementCode): PlacedWith {
  const group = placementGroup(place)
  if (RESIDENTIAL.includes(group)) return 'residential'
  if (provider === 'PR0' || provider === 'PR1') return 'own'
  return group === 'foster' && (provider === 'PR4' || provider === 'PR5') ? 'ifa' : 'other'
}
