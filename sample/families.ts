import {dayNumber} from '../domain/calendar.ts'
import type {EthnicityGroup} from '../domain/child/ethnicity.ts'
import type {SiblingGroupId} from '../domain/ids.ts'
import {drawCode, drawHeritage, drawOrigin, type Heritage} from './heritage.ts'
import type {Person} from './people.ts'
import type {Places, Postcode} from './places.ts'
import type {Random} from './random.ts'
import {allot, largestRemainder} from './shares.ts'
import {ETHNICITY_SHARES, SIBLING_SHARE} from './targets.ts'

/** Brothers and sisters who are looked after, or a child alone. */
export interface Family extends Heritage {
  /** null: no brother or sister is looked after. */
  readonly siblingGroupId: SiblingGroupId | null
  readonly members: readonly Person[]
  /** Where they lived when care began; null: unaccompanied, not known. */
  readonly home: Postcode | null
}

/** One mother's births lie at least so many days apart. */
const DAYS_BETWEEN_BIRTHS = 300
const YEARS_FROM_THE_FIRST = 5
/** Families whose home was in the borough; the rest had just moved across its boundary. */
const HOME_INSIDE = 0.94

export function makeFamilies(people: readonly Person[], places: Places, random: Random): readonly Family[] {
  const quotas: Record<EthnicityGroup, number> = {...largestRemainder(people.length, ETHNICITY_SHARES)}
  const alone = people
    .filter(({uasc}) => uasc)
    .map((person): Family => {
      const {group, ...heritage} = drawOrigin(named => quotas[named] > 0, random)
      quotas[group] = Math.max(0, quotas[group] - 1)
      return {...heritage, siblingGroupId: null, members: [person], home: null}
    })
  const siblings = groupSiblings(people, random)
  const groups = allot(siblings, quotas, random, ({length}) => length)
  const families = siblings.map(members => makeFamily(members, groups.get(members)!, places, random))
  return random.shuffle([...alone, ...families])
}

export function makeFamily(
  members: readonly Person[],
  group: EthnicityGroup,
  places: Places,
  random: Random,
): Family {
  return {
    ...drawHeritage(drawCode(group, random), random),
    siblingGroupId: members.length > 1 ? (`SG-${members[0]!.reference.slice(2)}` as SiblingGroupId) : null,
    members,
    home: random.chance(HOME_INSIDE) ? places.inBorough(random) : places.justOutside(random),
  }
}

/** Four in ten of all children get brothers and sisters, from among those who did not come alone. */
function groupSiblings(people: readonly Person[], random: Random): readonly (readonly Person[])[] {
  const wanted = Math.round((people.length * SIBLING_SHARE) / 100)
  const waiting = random.shuffle(people.filter(({uasc}) => !uasc))
  const byAge = Array.from({length: 18}, (_, age) => waiting.filter(person => person.age === age))
  const groups: Person[][] = []
  for (let grouped = 0; wanted - grouped >= 2; ) {
    const group = takeSiblings(byAge, sizeOfGroup(wanted - grouped, random), random)
    if (group.length === 0) break
    groups.push(group)
    if (group.length > 1) grouped += group.length
  }
  return [...groups, ...byAge.flat().map(person => [person])]
}

/** Two, three or four, and never such that a single one is left over. */
function sizeOfGroup(left: number, random: Random): number {
  const size = Math.min(left, Number(random.byWeight({2: 60, 3: 28, 4: 12})))
  return left - size === 1 ? (size > 2 ? size - 1 : size + 1) : size
}

/** Takes a child, and so many brothers or sisters as can be found at ages that one family has. */
function takeSiblings(byAge: readonly Person[][], size: number, random: Random): Person[] {
  const ages = byAge.flatMap((people, age) => (people.length > 0 ? [[age, people.length] as const] : []))
  if (ages.length === 0) return []
  const first = byAge[random.weighted(ages)]!.pop()!
  const group = [first]
  const nearest = [...byAge.keys()]
    .filter(age => Math.abs(age - first.age) <= YEARS_FROM_THE_FIRST)
    .map(age => ({age, order: Math.abs(age - first.age) + 3 * random.next()}))
    .toSorted((one, other) => one.order - other.order)
  for (const {age} of nearest) {
    const next = group.length < size ? takeAt(byAge[age]!, group) : undefined
    if (next) group.push(next)
  }
  return group
}

/** Looks at the last few only: birthdays spread evenly, so one of them fits if any does. */
function takeAt(people: Person[], group: readonly Person[]): Person | undefined {
  const fits = ({dob}: Person) =>
    group.every(other => Math.abs(dayNumber(other.dob) - dayNumber(dob)) >= DAYS_BETWEEN_BIRTHS)
  const index = people.findLastIndex((person, at) => at >= people.length - 6 && fits(person))
  return index < 0 ? undefined : people.splice(index, 1)[0]
}
