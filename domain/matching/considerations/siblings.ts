import {exactMiles} from '../../location.ts'
import type {Party} from '../party.ts'
import type {Home, Sibling} from '../shortlist.ts'
import {exactly, type Fit, MET, meanFit, metIf, NOT_KNOWN, taper} from './fit.ts'
import type {Measure} from './measure.ts'
import {milesInWords} from './wording.ts'

/**
 * With brothers and sisters. Children Act 1989 s.22C(8)(c): a child with a sibling who is also looked after
 * should live with them. Applies when any sibling is looked after or referred.
 */
export function siblings(party: Party): Measure | null {
  const [first, ...others] = party.seekers
  if (first === undefined) return null
  if (others.length > 0) return forGroup(party)
  return first.siblings.length > 0 ? forOneChild(first.siblings, party) : null
}

const livesHere = (sibling: Sibling, {household}: Home): boolean =>
  sibling.livesAt?.householdId === household.id

/** The share of pairs, among these children and with siblings elsewhere, that would live together. */
function forGroup({seekers}: Party): Measure {
  const elsewhere = seekers.flatMap(seeker => seeker.siblings)
  const within = (seekers.length * (seekers.length - 1)) / 2
  const pairs: readonly (Sibling | 'within')[] = [...Array<'within'>(within).fill('within'), ...elsewhere]
  const fitOfPair = (pair: Sibling | 'within', home: Home): Fit => {
    if (pair === 'within') return MET
    return pair.livesAt === null ? NOT_KNOWN : metIf(livesHere(pair, home))
  }
  const unknown = elsewhere.filter(({livesAt}) => livesAt === null).length
  return {
    fit: home => meanFit(pairs, pair => fitOfPair(pair, home)),
    words: home => {
      const together = within + elsewhere.filter(sibling => livesHere(sibling, home)).length
      if (elsewhere.length === 0) return `keeps the ${seekers.length} children together`
      if (together === pairs.length) return 'keeps all brothers and sisters together'
      const notKnown = unknown > 0 ? `, not known for ${unknown}` : ''
      return `keeps ${together} of ${pairs.length} pairs of brothers and sisters together${notKnown}`
    },
  }
}

/** Living with a sibling, or else near one. */
function forOneChild(known: readonly Sibling[], {policy: {distances}}: Party): Measure {
  const homes = known.flatMap(({livesAt}) => livesAt ?? [])
  const milesToNearest = ({household}: Home) =>
    Math.min(...homes.map(home => exactMiles(home, household.home)))
  const lives = (home: Home) => known.some(sibling => livesHere(sibling, home))
  return {
    fit: home => {
      if (homes.length === 0) return NOT_KNOWN
      return lives(home) ? MET : exactly(taper(milesToNearest(home), distances.nearMiles, distances.farMiles))
    },
    words: home => {
      if (homes.length === 0) return 'not known: where the brothers and sisters live'
      if (lives(home)) return 'a brother or sister lives here'
      return `${milesInWords(milesToNearest(home))} from the nearest brother or sister`
    },
  }
}
