import type {ChildId} from '../domain/ids.ts'
import {defaultPolicy} from '../domain/matching/default-policy.ts'
import {byId} from '../domain/matching/rank.ts'
import {GROUPS, type Home, type MatchInput, type Sibling} from '../domain/matching/shortlist.ts'
import {type Borough, makeBorough} from '../sample/borough.ts'

/** Households for each looked-after child in the sample: a little under this many. */
const HOMES_PER_CHILD = 0.68

/** Open referrals of a sample borough that has exactly so many households, each as the engine is asked it. */
export function matchInputs(seed: number, households: number, referrals: number): readonly MatchInput[] {
  const children = Math.ceil(households / HOMES_PER_CHILD)
  const borough = makeBorough({seed, children, today: '2026-11-23'})
  // As the store reads it: by id, and each home out of its own text.
  const supply = evenly(borough.homes, households)
    .toSorted((a, b) => byId(a.household, b.household))
    .map((home): Home => JSON.parse(JSON.stringify(home)))
  return evenly(borough.referrals, referrals).map(referral => ({
    authorityId: borough.authorityId,
    referral,
    children: borough.children.filter(({id}) => referral.children.includes(id)),
    siblings: Object.fromEntries(
      referral.children.map(id => [id, siblingsOf(id, referral.children, borough)]),
    ) as MatchInput['siblings'],
    supply,
    policy: defaultPolicy(borough.authorityId),
    search: GROUPS,
    withinMiles: null,
    limit: 10,
    at: '2026-11-23T09:30:00.000Z',
  }))
}

/** So many, from the whole length of the list. */
function evenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length < count) throw new Error(`${count} wanted, ${items.length} made`)
  return Array.from({length: count}, (_, i) => items[Math.floor((i * items.length) / count)] as Item)
}

function siblingsOf(
  id: ChildId,
  referred: readonly ChildId[],
  {siblingGroups, placements}: Borough,
): readonly Sibling[] {
  const group = siblingGroups.find(({children}) => children.includes(id))
  return (group?.children ?? [])
    .filter(other => !referred.includes(other))
    .map(childId => {
      const placement = placements.find(placement => placement.childId === childId)
      return {
        childId,
        livesAt: placement ? {...placement.location, householdId: placement.householdId} : null,
      }
    })
}
