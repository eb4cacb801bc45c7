import {addDays, ageOn} from '../domain/calendar.ts'
import type {Child} from '../domain/child/child.ts'
import type {Approval, HouseholdKind} from '../domain/household/household.ts'
import type {Home} from '../domain/matching/shortlist.ts'
import {makeBedroom} from './calendars.ts'
import {type HouseholdDrawing, makeHousehold, termsFor} from './households.ts'
import type {Band} from './places.ts'
import type {Story} from './story.ts'

type Offer = NonNullable<Story['offers']>[number]
type Route = Pick<Approval, 'from' | 'until' | 'route'>

interface Relative {
  readonly kind: HouseholdKind
  readonly where: Band | 'manchester'
  readonly approval: (today: string) => Route
}

const NOT_YET_APPROVED: Route = {from: null, until: null}

/** Connected persons are assessed for these children: fully, for 16 weeks (SI 2010/959 reg 24), or not yet. */
const RELATIVES: Readonly<Record<Offer, Relative>> = {
  'aunt-on-the-coast': {
    kind: 'connected-person',
    where: 'far',
    approval: today => ({from: addDays(today, -6), until: addDays(today, 105), route: 'regulation-24'}),
  },
  'grandmother-in-manchester': {
    kind: 'connected-person',
    where: 'manchester',
    approval: () => NOT_YET_APPROVED,
  },
  'aunt-nearby': {kind: 'connected-person', where: 'near', approval: () => NOT_YET_APPROVED},
  father: {kind: 'parent', where: 'inside', approval: today => ({from: addDays(today, -2), until: null})},
  'father-with-s34-order': {
    kind: 'parent',
    where: 'near',
    approval: today => ({from: addDays(today, -2), until: null}),
  },
}

/** The home of a relative or a parent who came forward, for these children alone. */
export function makeOfferedHome(offer: Offer, children: readonly Child[], drawing: HouseholdDrawing): Home {
  const {random, today, places} = drawing
  const {kind, where, approval} = RELATIVES[offer]
  const band = where === 'manchester' ? 'far' : where
  const manchester = places.all.filter(({postcode}) => /^M\d/.test(postcode))
  const named = children.map(({id, dob, sex}) => ({id, sex, age: ageOn(dob, today)}))
  const household = makeHousehold(
    {
      kind,
      scheme: 'mainstream',
      provider: {type: 'in-house'},
      at: where === 'manchester' ? random.pick(manchester) : places.inBand(where, random),
      band,
      terms: termsFor(named),
      bedrooms: children.map((_, index) => makeBedroom(index + 1, random)),
      since: today,
      approval: approval(today),
      of: heritageOf(children[0]!),
      occupied: true,
    },
    drawing,
  )
  return {household, calendar: []}
}

const heritageOf = ({ethnicity, religion, languages}: Child) => ({
  ethnicity: ethnicity ?? ('NOBT' as const),
  ...(religion !== undefined && {religion}),
  ...(languages !== undefined && {languages}),
})
