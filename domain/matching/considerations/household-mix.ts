import type {Child, Preferences, Restriction} from '../../child/child.ts'
import {exactMiles} from '../../location.ts'
import type {Party} from '../party.ts'
import {wouldLiveWith} from '../rules/restrictions.ts'
import type {Gap, Home} from '../shortlist.ts'
import {type Fit, MET, meanFit, metIf, metIfKnown, NOT_KNOWN, NOT_MET, standing} from './fit.ts'
import {forEachChild} from './measure.ts'
import {type OtherChild, otherChildren} from './other-children.ts'
import {checksInWords, termInWords} from './wording.ts'

/** One thing recorded about who and what should be in the home. */
interface Check {
  readonly about: 'other-children' | 'pets' | 'smoking' | 'contact' | 'area'
  readonly label: string
  readonly fit: (home: Home) => Fit
}

/**
 * Other children, pets and smoking, as recorded for the child, and every restriction that is not absolute
 * (absolute ones are hard rules). NMS 15: the effect on and of the existing household. Applies when any is
 * recorded.
 */
export const householdMix = forEachChild(({child}, party) => {
  const checks = checksFor(child, party)
  if (checks.length === 0) return null
  return {
    fit: home => meanFit(checks, check => check.fit(home)),
    words: home => checksInWords(checks.map(check => ({label: check.label, fit: check.fit(home)}))),
    gaps: home =>
      checks
        .filter(check => standing(check.fit(home)) === 'not-known')
        .map(
          ({about, label}): Gap => ({
            about: `household-mix.${about}`,
            fit: 'not-known',
            words: `not known: ${termInWords(about)} (recorded for the child: ${label})`,
          }),
        ),
  }
})

const checksFor = (child: Child, party: Party): readonly Check[] => [
  ...preferenceChecks(child, party),
  ...(child.restrictions ?? []).flatMap(restriction => restrictionCheck(restriction, party) ?? []),
]

const COMPANY_IN_WORDS = {
  none: 'no other children',
  'no-younger': 'no younger children',
  'no-older': 'no older children',
  'same-sex-only': 'children of the same sex only',
  welcome: 'other children welcome',
} as const

const PETS_IN_WORDS = {
  none: 'no pets',
  'no-dogs': 'no dogs',
  'no-cats': 'no cats',
  welcome: 'pets welcome',
} as const

function preferenceChecks(child: Child, party: Party): readonly Check[] {
  const {otherChildren: company, pets, smoking}: Preferences = child.preferences ?? {}
  const checks: Check[] = []
  if (company !== undefined) {
    const fit = (home: Home) => companyFit(company, child, home, party)
    checks.push({about: 'other-children', label: COMPANY_IN_WORDS[company], fit})
  }
  if (pets !== undefined) {
    const fit = ({household}: Home) => petsFit(pets, household.pets)
    checks.push({about: 'pets', label: PETS_IN_WORDS[pets], fit})
  }
  if (smoking !== undefined) checks.push({about: 'smoking', label: 'no smoking', fit: smokeFreeFit})
  return checks
}

const smokeFreeFit = ({household: {smoking}}: Home): Fit =>
  metIfKnown(smoking === undefined ? undefined : !smoking)

/** Kinds of animal are recorded as they are said, one or many. */
const petsBarredBy = {'no-dogs': ['dog', 'dogs'], 'no-cats': ['cat', 'cats']} as const

function petsFit(wanted: NonNullable<Preferences['pets']>, pets: readonly string[] | undefined): Fit {
  if (wanted === 'welcome') return MET
  if (pets === undefined) return NOT_KNOWN
  return metIf(wanted === 'none' ? pets.length === 0 : !petsBarredBy[wanted].some(pet => pets.includes(pet)))
}

type Company = Exclude<NonNullable<Preferences['otherChildren']>, 'welcome'>

/** Whether one other child there is as wanted; undefined: not known. */
const suits: Readonly<Record<Company, (child: Child, other: OtherChild) => boolean | undefined>> = {
  none: () => false,
  'no-younger': (child, {dob}) => (dob === undefined ? undefined : dob <= child.dob),
  'no-older': (child, {dob}) => (dob === undefined ? undefined : dob >= child.dob),
  'same-sex-only': (child, {sex}) =>
    sex === undefined || sex === 'U' || child.sex === 'U' ? undefined : sex === child.sex,
}

function companyFit(wanted: Company | 'welcome', child: Child, home: Home, party: Party): Fit {
  if (wanted === 'welcome') return MET
  const found = otherChildren(home, party).map(other => suits[wanted](child, other))
  if (found.includes(false)) return NOT_MET
  return found.includes(undefined) || home.household.members === undefined ? NOT_KNOWN : MET
}

/** null: absolute, or a court's, and so a hard rule. */
function restrictionCheck(restriction: Restriction, party: Party): Check | null {
  if (restriction.absolute) return null
  switch (restriction.kind) {
    case 'court-condition':
      return null
    case 'not-with':
      return {
        about: 'contact',
        label: 'apart from a named child',
        fit: home => metIf(!wouldLiveWith(restriction.childId, party, home)),
      }
    case 'no-contact':
      return {
        about: 'contact',
        label: 'no contact with a named person',
        fit: home => metIf(!hasContact(restriction, home, party)),
      }
    case 'avoid-area':
      return {
        about: 'area',
        label: 'away from an area to avoid',
        fit: home => metIf(!isInArea(restriction, home)),
      }
    case 'medical': {
      if ('smoking' in restriction.avoid)
        return {about: 'smoking', label: 'no smoking (medical)', fit: smokeFreeFit}
      const {pet} = restriction.avoid
      return {
        about: 'pets',
        label: `no ${termInWords(pet)} (medical)`,
        fit: ({household: {pets}}) => metIfKnown(pets && !pets.includes(pet)),
      }
    }
  }
}

const hasContact = (
  {childId, householdId}: Restriction & {kind: 'no-contact'},
  home: Home,
  party: Party,
): boolean =>
  householdId === home.household.id || (childId !== undefined && wouldLiveWith(childId, party, home))

const isInArea = (area: Restriction & {kind: 'avoid-area'}, {household}: Home): boolean =>
  'authorityId' in area
    ? area.authorityId === household.authorityId
    : exactMiles(area.location, household.home) <= area.withinMiles
