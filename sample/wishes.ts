import {addDays, type Day} from '../domain/calendar.ts'
import type {Child, Preferences, Wish} from '../domain/child/child.ts'
import type {Random, Weights} from './random.ts'

type About = Exclude<NonNullable<Wish['about']>, 'this-household'>

const WORDS: Readonly<Record<About, readonly string[]>> = {
  'near-home': ['I want to stay round where I know', 'Please not somewhere miles away'],
  'near-school': ['I do not want to change school again', 'I want to walk to school with my friends'],
  'near-family': ['I want to be able to see Mum on the bus', 'Close to my nan'],
  'with-siblings': ['I want to live with my brother and sister', 'I do not want us to be split up'],
  'with-pets': ['I would love a dog in the house', 'Somewhere with a cat'],
  'without-pets': ['I am scared of dogs', 'No animals please'],
  'with-other-children': ['I like having other kids around'],
  'without-other-children': ['I want to be the only one', 'Not with lots of other children'],
  'same-culture': ['Someone who knows how to do my hair', 'People who eat what we eat at home'],
  'same-religion': ['I want to go to church on Sundays as we always did', 'Somewhere I can pray and fast'],
  'own-language': ['I want to be able to talk in my own language'],
}

/** A wish that nothing in a record can answer. */
const OTHER_WORDS = [
  'I want my own room',
  'Somewhere quiet',
  'I want carers who listen',
  'I want to keep playing football',
]

/** What the child said, if old enough to be asked and if anybody wrote it down. */
export function drawWishes(child: Child, age: number, today: Day, random: Random): readonly Wish[] {
  const recorded = () => addDays(today, -random.integer(3, 240))
  const abouts = new Set<About>()
  for (let count = random.integer(0, 2); count > 0; count--) abouts.add(random.byWeight(likely(child)))
  const wishes = [...abouts].map(
    (about): Wish => ({text: random.pick(WORDS[about]), about, recordedOn: recorded()}),
  )
  const more =
    age >= 8 && random.chance(0.2) ? [{text: random.pick(OTHER_WORDS), recordedOn: recorded()}] : []
  return [...wishes, ...more]
}

const likely = (child: Child): Weights<About> => ({
  'near-home': child.home ? 16 : 0,
  'near-school': child.school?.keep ? 14 : 0,
  'near-family': (child.familyTime?.length ?? 0) > 0 ? 12 : 0,
  'with-siblings': child.siblingGroupId ? 30 : 0,
  'with-pets': 8,
  'without-pets': 4,
  'with-other-children': 5,
  'without-other-children': 6,
  'same-culture': 8,
  'same-religion': child.religion ? 8 : 0,
  'own-language': child.languages !== undefined && child.languages[0] !== 'en' ? 20 : 0,
})

export function drawPreferences(random: Random): Preferences {
  const others = random.byWeight({
    welcome: 30,
    none: 18,
    'no-younger': 18,
    'no-older': 8,
    'same-sex-only': 10,
    '': 16,
  })
  const pets = random.byWeight({welcome: 26, none: 8, 'no-dogs': 10, 'no-cats': 4, '': 52})
  return {
    ...(others !== '' && {otherChildren: others}),
    ...(pets !== '' && {pets}),
    ...(random.chance(0.3) && {smoking: 'none' as const}),
  }
}
