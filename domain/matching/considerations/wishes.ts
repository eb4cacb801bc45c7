import type {Child, Wish} from '../../child/child.ts'
import {primaryLanguage} from '../../child/language.ts'
import {exactMiles, type GridReference} from '../../location.ts'
import type {Party, Seeker} from '../party.ts'
import type {Home} from '../shortlist.ts'
import {type Fit, MET, meanFit, metIf, metIfKnown, NOT_KNOWN} from './fit.ts'
import {ethnicityFit} from './identity-ethnicity.ts'
import {languageFit} from './identity-language.ts'
import {forEachChild} from './measure.ts'
import {otherChildren} from './other-children.ts'
import {checksInWords, termInWords} from './wording.ts'

/** What "near" means to a child who says it: local policy has no word on it, so a fixed 5 miles. */
const NEAR_MILES = 5

/**
 * The child's wishes and feelings, where they name something that can be checked. Children Act 1989
 * s.22(4)(a), (5)(a): ascertained and given due consideration. Applies when any wish can be checked.
 */
export const wishes = forEachChild((seeker, party) => {
  const checkable = (seeker.child.wishes ?? []).filter(isCheckable)
  if (checkable.length === 0) return null
  const fitOf = (wish: CheckableWish, home: Home): Fit => WISHED_FOR[wish.about]({wish, seeker, home, party})
  return {
    fit: home => meanFit(checkable, wish => fitOf(wish, home)),
    words: home =>
      checksInWords(checkable.map(wish => ({label: termInWords(wish.about), fit: fitOf(wish, home)}))),
  }
})

type CheckableWish = Wish & {readonly about: NonNullable<Wish['about']>}

const isCheckable = (wish: Wish): wish is CheckableWish =>
  wish.about !== undefined && (wish.about !== 'this-household' || wish.householdId !== undefined)

interface Wishing {
  readonly wish: Wish
  readonly seeker: Seeker
  readonly home: Home
  readonly party: Party
}

const WISHED_FOR: Readonly<Record<CheckableWish['about'], (wishing: Wishing) => Fit>> = {
  'near-home': ({seeker: {child}, home}) => nearAnyOf(child.home ? [child.home] : [], home),
  'near-school': ({seeker: {child}, home}) => nearAnyOf(child.school ? [child.school.location] : [], home),
  'near-family': ({seeker: {child}, home}) =>
    nearAnyOf(
      (child.familyTime ?? []).map(({location}) => location),
      home,
    ),
  'with-siblings': withSiblings,
  'with-pets': ({home: {household}}) => metIfKnown(household.pets && household.pets.length > 0),
  'without-pets': ({home: {household}}) => metIfKnown(household.pets && household.pets.length === 0),
  'with-other-children': ({home, party}) => metIfKnown(hasOtherChildren(home, party)),
  'without-other-children': ({home, party}) => {
    const has = hasOtherChildren(home, party)
    return metIfKnown(has === undefined ? undefined : !has)
  },
  'same-culture': ({seeker: {child}, home: {household}}) =>
    child.ethnicity ? ethnicityFit(child.ethnicity, household.ethnicities) : NOT_KNOWN,
  'same-religion': ({seeker: {child}, home: {household}}) =>
    child.religion ? metIfKnown(household.religions?.includes(child.religion)) : NOT_KNOWN,
  'own-language': ({seeker: {child}, home: {household}}) => ownLanguage(child, household.languages),
  'this-household': ({wish, home: {household}}) => metIf(wish.householdId === household.id),
}

const nearAnyOf = (places: readonly GridReference[], {household}: Home): Fit =>
  places.length === 0
    ? NOT_KNOWN
    : metIf(places.some(place => exactMiles(place, household.home) <= NEAR_MILES))

function withSiblings({seeker, home, party}: Wishing): Fit {
  const {siblings} = seeker
  if (party.seekers.length > 1 || siblings.some(({livesAt}) => livesAt?.householdId === home.household.id))
    return MET
  const known = siblings.length > 0 && siblings.every(({livesAt}) => livesAt !== null)
  return metIfKnown(known ? false : undefined)
}

function ownLanguage({languages}: Child, spoken: readonly string[] | undefined): Fit {
  const first = languages?.[0]
  return first === undefined ? NOT_KNOWN : languageFit([primaryLanguage(first)], spoken)
}

/** undefined: not known. */
function hasOtherChildren(home: Home, party: Party): boolean | undefined {
  if (otherChildren(home, party).length > 0) return true
  return home.household.members === undefined ? undefined : false
}
