import {addDays, type Day} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import type {ChildId} from '../domain/ids.ts'
import {type Drawing, isInKeyStage4, makeChild} from './children.ts'
import type {Dwelling, Party} from './dwellings.ts'
import {type Family, makeFamily} from './families.ts'
import {dobBetween, makePerson, type Person} from './people.ts'
import type {Random} from './random.ts'
import {STORIES} from './stories.ts'
import type {Story} from './story.ts'

/** A story with the children it is about. */
export interface Cast {
  readonly story: Story
  readonly children: readonly ChildId[]
  readonly neededFrom: Day
  /** They live in care now and leave. */
  readonly leaving: boolean
}

/** New children and what the stories tell of old ones go into `children`; `people` counts references on. */
export function castStories(
  count: number,
  dwellings: readonly Dwelling[],
  children: Map<ChildId, Child>,
  drawing: Drawing,
): readonly Cast[] {
  const {today, random} = drawing
  const taken = new Set<ChildId>()
  const queues = STORIES.map(() => random.shuffle(dwellings)[Symbol.iterator]())
  let number = children.size
  return Array.from({length: count}, (_, index) => {
    const story = STORIES[index % STORIES.length]!
    const neededFrom = addDays(today, story.inDays)
    const party =
      'from' in story.children ? findParty(story, queues[index % STORIES.length]!, taken, today) : null
    const members =
      party?.map(({person}) => children.get(person.id)!) ?? comeNew(story, dwellings, () => ++number, drawing)
    for (const child of members) {
      taken.add(child.id)
      const reviewBy = addDays(today, random.integer(30, 120))
      children.set(child.id, story.tells ? story.tells(child, {...drawing, reviewBy}) : child)
    }
    const leaving = party !== null && !('staysOn' in story.children)
    return {story, children: members.map(({id}) => id), neededFrom, leaving}
  })
}

/** The next party in the queue that the story fits; null when none is left. */
function findParty(
  {children}: Story,
  queue: Iterator<Dwelling>,
  taken: ReadonlySet<ChildId>,
  today: Day,
): Party | null {
  if (!('from' in children)) return null
  const {from, count, ages, uasc, keyStage4, ethnicity} = children
  const fits = (party: Party): boolean =>
    party.length === count &&
    party.every(
      ({person, family}) =>
        !taken.has(person.id) &&
        person.age >= ages[0] &&
        person.age <= ages[1] &&
        person.uasc === (uasc ?? false) &&
        (ethnicity === undefined || family.ethnicity === ethnicity) &&
        (!keyStage4 || isInKeyStage4(person.dob, today)),
    )
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const party = from.includes(next.value.provision) ? next.value.parties.find(fits) : undefined
    if (party) return party
  }
  return null
}

/** Children who come into care; where nobody fits a move, its story is told of a child who comes. */
function comeNew(
  {children}: Story,
  dwellings: readonly Dwelling[],
  nextNumber: () => number,
  drawing: Drawing,
): readonly Child[] {
  const {today, random, places} = drawing
  const wanted =
    'newAt' in children ? children : {newAt: agesBetween(children, random), legalStatus: 'C2' as const}
  const siblings = wanted.joins ? familyInCare(dwellings, random) : null
  const members = wanted.newAt.map((age): Person => {
    const person = makePerson(
      dobBetween(age, age, today, random),
      nextNumber(),
      wanted.uasc ?? false,
      today,
      random,
    )
    return wanted.sex ? {...person, sex: wanted.sex} : person
  })
  const group = wanted.group ?? random.byWeight({black: 34, white: 29, mixed: 26, other: 7, asian: 4})
  const family = siblings ?? makeFamily(members, group, places, random)
  const at = family.home ?? places.inBorough(random)
  const home = wanted.uasc ? null : family.home
  const dwelling = {provision: 'ifa' as const, at, band: 'inside' as const}
  const party = members.map(person => ({
    person,
    family: {...family, home, members: [...family.members, ...members]},
  }))
  return party.map(resident => makeChild(resident, wanted.legalStatus, {...drawing, dwelling, party}))
}

/** Two years apart. */
function agesBetween(
  {count, ages: [from, to]}: {count: number; ages: readonly [number, number]},
  random: Random,
): readonly number[] {
  const youngest = random.integer(from, Math.max(from, to - 2 * count))
  return Array.from({length: count}, (_, index) => youngest + 2 * index)
}

/** Brothers and sisters of two to nine, in an in-house home if there are any. */
function familyInCare(dwellings: readonly Dwelling[], random: Random): Family | null {
  const young = (party: Party) =>
    party[0]!.family.siblingGroupId !== null &&
    party[0]!.family.members.every(({age}) => age >= 2 && age < 10)
  const fitting = dwellings.filter(
    ({provision, parties}) => provision === 'mainstream' && parties.some(young),
  )
  return fitting.length > 0 ? random.pick(fitting).parties.find(young)![0]!.family : null
}
