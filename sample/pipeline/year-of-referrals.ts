import {addDays, type Day} from '../../domain/calendar.ts'
import type {Child} from '../../domain/child/child.ts'
import type {ReferralId} from '../../domain/ids.ts'
import {defaultPolicy} from '../../domain/matching/default-policy.ts'
import {groupOf} from '../../domain/matching/group.ts'
import type {Home} from '../../domain/matching/shortlist.ts'
import type {Placement} from '../../domain/placement/placement.ts'
import type {PastReferral, PlacedElsewhere} from '../../domain/recruitment/carers-needed/demand.ts'
import type {Area} from '../../domain/recruitment/carers-needed/profiles.ts'
import {type Borough, makeBorough} from '../borough.ts'
import {makeRandom, type Random} from '../random.ts'

/** A year of referrals of the sample borough, its own homes as they stand today, and where carers could live. */
export interface YearOfReferrals {
  readonly from: Day
  readonly to: Day
  readonly referrals: readonly PastReferral[]
  readonly supply: readonly Home[]
  readonly areas: readonly Area[]
}

const CHILDREN_FOR_EACH_REFERRAL = 1.4
/** Of those who did not come to the authority's own: they wait, or nobody was found. */
const NOWHERE = 0.08

/** The children of a borough, as if each had come in the last year. The same seed gives the same year. */
export function makeYearOfReferrals(seed: number, count: number, today: Day): YearOfReferrals {
  const borough = makeBorough({seed, children: Math.ceil(count * CHILDREN_FOR_EACH_REFERRAL), today})
  const random = makeRandom(`${seed}/referrals of a year`)
  const children = new Map(borough.children.map(child => [child.id, child]))
  const together = Map.groupBy(
    borough.placements,
    ({childId, householdId}) => `${householdId} ${children.get(childId)?.siblingGroupId ?? childId}`,
  )
  const groups = random.shuffle([...together.values()]).slice(0, count)
  const referrals = groups.map((placements, i) =>
    referralOf(
      placements,
      placements.map(({childId}) => children.get(childId)!),
      i,
      {borough, random},
    ),
  )
  return {
    from: addDays(today, -364),
    to: today,
    referrals,
    supply: borough.homes.filter(({household}) => groupOf(household) === 'in-house'),
    areas: areasOf(borough),
  }
}

function referralOf(
  placements: readonly Placement[],
  children: readonly Child[],
  number: number,
  {borough, random}: {readonly borough: Borough; readonly random: Random},
): PastReferral {
  const {today, authorityId} = borough
  const born = children
    .map(({dob}) => dob)
    .toSorted()
    .at(-1)!
  const drawn = addDays(today, -random.integer(0, 364))
  const neededFrom = drawn < born ? born : drawn
  const end = addDays(neededFrom, Math.ceil(-220 * Math.log(1 - random.next())) + 2)
  const isNowhere = !isOwn(placements[0]!) && random.chance(NOWHERE)
  const until = end <= today ? end : null
  const placed = isNowhere ? [] : placements.map(each => placedAs(each, neededFrom, until))
  return {
    authorityId,
    children,
    siblings: {},
    policy: defaultPolicy(authorityId),
    at: `${neededFrom}T09:00:00.000Z`,
    placed: new Map(placed.map((each, i) => [placements[i]!.childId, each])),
    referral: {
      id: `referral-${String(number + 1).padStart(3, '0')}` as ReferralId,
      children: children.map(({id}) => id),
      urgency: random.chance(0.3) ? 'same-day' : 'planned',
      kind: placed[0]?.with === 'own' || random.chance(0.6) ? 'short-term' : 'long-term',
      neededFrom,
      expectedUntil: end,
      siblings: 'together',
    },
  }
}

const isOwn = ({code: {place, provider}}: Placement): boolean =>
  provider === 'PR1' || provider === 'PR0' || place.startsWith('P1')

function placedAs(placement: Placement, from: Day, until: Day | null): PlacedElsewhere {
  const {householdId, location, weeklyCostPence} = placement
  const elsewhere = householdId === null ? 'residential' : 'ifa'
  return {
    with: isOwn(placement) ? 'own' : elsewhere,
    at: location,
    stays: [{from, until, weeklyCostPence, costs: undefined}],
  }
}

/** One for each postcode district of the borough and of those around it. */
function areasOf({postcodes, homes}: Borough): readonly Area[] {
  const own = new Set(
    homes.filter(home => groupOf(home.household) === 'in-house').map(home => home.household.authorityId),
  )
  const districts = Map.groupBy(
    postcodes.filter(({authorityId}) => own.has(authorityId)),
    ({postcode}) => postcode.split(' ')[0]!,
  )
  return [...districts].map(([name, [first]]) => ({name, authorityId: first!.authorityId, at: first!}))
}
