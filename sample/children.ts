import {addDays, ageOn, type Day} from '../domain/calendar.ts'
import type {Child, FamilyTime, LegalStatus, Restriction, School} from '../domain/child/child.ts'
import type {ChildId} from '../domain/ids.ts'
import type {Dwelling, Party, Resident} from './dwellings.ts'
import {drawNeeds, drawRisks} from './needs.ts'
import {locationOf, type Places} from './places.ts'
import type {Random} from './random.ts'
import {drawPreferences, drawWishes} from './wishes.ts'

/** What the facts of children are drawn from. */
export interface Drawing {
  readonly places: Places
  readonly today: Day
  readonly random: Random
}

/** The looked-after children, with what is known about each of them. */
export function makeChildren(
  dwellings: readonly Dwelling[],
  statuses: ReadonlyMap<ChildId, LegalStatus>,
  drawing: Drawing,
): Map<ChildId, Child> {
  const children = dwellings.flatMap(dwelling =>
    dwelling.parties.flatMap(party =>
      party.map(resident =>
        makeChild(resident, statuses.get(resident.person.id)!, {...drawing, dwelling, party}),
      ),
    ),
  )
  return new Map(children.map(child => [child.id, child]))
}

interface Situation extends Drawing {
  readonly dwelling: Pick<Dwelling, 'provision' | 'at' | 'band'>
  readonly party: Party
}

export function makeChild(resident: Resident, legalStatus: LegalStatus, situation: Situation): Child {
  const {person, family} = resident
  const {random, today, dwelling} = situation
  const needs = drawNeeds(person.age, person.uasc, dwelling.provision, random)
  const known = (share: number) => random.chance(share)
  const child: Child = {
    id: person.id,
    reference: person.reference,
    dob: person.dob,
    sex: person.sex,
    ethnicity: family.ethnicity,
    ...(family.religion !== undefined && {religion: family.religion}),
    ...(family.languages !== undefined && {languages: family.languages}),
    ...(family.home && {home: locationOf(family.home), homeAuthorityId: family.home.authorityId}),
    ...(known(0.93) && {school: drawSchool(resident, situation)}),
    ...(known(0.94) && {needs}),
    ...((family.siblingGroupId !== null || known(0.96)) && {siblingGroupId: family.siblingGroupId}),
    ...(known(0.88) && {familyTime: drawFamilyTime(resident, situation)}),
    ...(known(0.86) && {risks: drawRisks(person.age, needs, random)}),
    restrictions: drawRestrictions(resident, situation),
    ...(known(0.3) && {preferences: drawPreferences(random)}),
    legalStatus,
    uasc: person.uasc,
  }
  const asked = person.age >= 4 && known(0.6)
  return asked ? {...child, wishes: drawWishes(child, person.age, today, random)} : child
}

/** Years 10 and 11: those who turned 14 or 15 before the school year began. */
export function isInKeyStage4(dob: Day, today: Day): boolean {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0)
  const age = ageOn(dob, `${year}-08-31`)
  return age === 14 || age === 15
}

/** Near home as long as the child lives within reach, else near where the child lives. */
function drawSchool({person, family}: Resident, {places, today, random, dwelling}: Situation): School | null {
  if (person.age < 4 || (person.age >= 16 && random.chance(person.uasc ? 0.5 : 0.3)) || random.chance(0.03))
    return null
  const nearHome = dwelling.band !== 'far' && family.home !== null && random.chance(0.8)
  const location = locationOf(places.nearTo(nearHome ? family.home! : dwelling.at, 3, random))
  const keep = random.chance(nearHome ? 0.7 : 0.4)
  return {location, keep, keyStage4: isInKeyStage4(person.dob, today)}
}

function drawFamilyTime(
  {person, family}: Resident,
  {places, random, dwelling}: Situation,
): readonly FamilyTime[] {
  if (person.uasc || dwelling.provision === 'adoption' || family.home === null || random.chance(0.15))
    return []
  const parent = {location: locationOf(family.home), visitsAMonth: random.integer(1, 6)}
  const relative = {
    location: locationOf(places.nearTo(family.home, 6, random)),
    visitsAMonth: random.integer(1, 2),
  }
  return random.chance(0.3) ? [parent, relative] : [parent]
}

/** Few children have any; an empty list says that there are none. */
function drawRestrictions(
  {person, family}: Resident,
  {places, today, random, party}: Situation,
): readonly Restriction[] {
  const reviewBy = addDays(today, random.integer(20, 180))
  const restrictions: Restriction[] = []
  const apart = family.members.filter(({id}) => party.every(other => other.person.id !== id))
  if (apart.length > 0 && person.age >= 6 && random.chance(0.08))
    restrictions.push({
      kind: 'not-with',
      childId: random.pick(apart).id,
      absolute: true,
      reason: 'Harmed this sibling; assessed apart',
      reviewBy,
    })
  if (person.age >= 12 && random.chance(0.06))
    restrictions.push({
      kind: 'avoid-area',
      location: locationOf(places.inBorough(random)),
      withinMiles: 1.5,
      absolute: random.chance(0.5),
      reason: 'Known to people who exploit children there',
      reviewBy,
    })
  return [...restrictions, ...drawMedical(reviewBy, random)]
}

function drawMedical(reviewBy: Day, random: Random): readonly Restriction[] {
  const absolute = random.chance(0.5)
  const draw = random.next()
  if (draw < 0.015) {
    const reason = 'Allergy recorded in the health plan'
    return [{kind: 'medical', avoid: {pet: random.pick(['dog', 'cat'])}, absolute, reason, reviewBy}]
  }
  return draw < 0.03
    ? [{kind: 'medical', avoid: {smoking: true}, absolute, reason: 'Severe asthma', reviewBy}]
    : []
}
