import type {Setting} from '../domain/placement/placement.ts'
import {drawSettingCost} from './costs.ts'
import type {Dwelling, Provision} from './dwellings.ts'
import type {Residence} from './placements.ts'
import {locationOf} from './places.ts'
import type {Random} from './random.ts'
import {drawProvider, type Stay} from './stays.ts'

const NAMES: Readonly<Partial<Record<Provision, string>>> = {
  'childrens-home': "Children's home",
  'supported-accommodation': 'Supported accommodation',
  'with-parents': 'With parents',
  adoption: 'Adoptive family',
  'residential-school': 'Residential school',
  'residential-care': 'Residential care home',
  'family-centre': 'Residential family centre',
  'young-offender-institution': 'Young offender institution',
  secure: "Secure children's home",
  hospital: 'Hospital',
}

/** Settings without a URN (SSDA903 rules 218 and 222). */
const WITHOUT_URN: ReadonlySet<Provision> = new Set<Provision>([
  'with-parents',
  'residential-care',
  'hospital',
  'young-offender-institution',
])
const FAMILIES: ReadonlySet<Provision> = new Set<Provision>(['with-parents', 'adoption'])

/** Where children live in a home that Hearth does not know as a household. */
export function makeSettingResidences(
  dwelling: Dwelling,
  stays: readonly Stay[],
  random: Random,
): readonly Residence[] {
  const {provision, at, band} = dwelling
  const setting = makeSetting(provision, random)
  const provider = drawProvider(provision, band === 'inside', random)
  return stays.map(({child, from, until, place}) => ({
    childId: child.id,
    from,
    until,
    householdId: null,
    setting,
    code: {place, provider},
    location: locationOf(at),
    authorityId: at.authorityId,
    weeklyCostPence: drawSettingCost(provision, random),
  }))
}

function makeSetting(provision: Provision, random: Random): Setting {
  const number = random.integer(100_000, 999_999)
  return {
    name: FAMILIES.has(provision) ? NAMES[provision]! : `${NAMES[provision]} ${number}`,
    urn: WITHOUT_URN.has(provision) ? null : `SC${number}`,
  }
}
