import {dayInWords} from '../calendar.ts'
import {isLeaving, type LookedAfter} from './census.ts'
import {type Figure, figureOf} from './figure.ts'
import {allTogether, type SiblingGroup} from './sibling-groups.ts'
import {CEASED, isUnaccompanied, LOOKED_AFTER, SIBLING_GROUPS, STARTED} from './subjects.ts'
import {homeInWords} from './words.ts'

const CENSUS =
  'An episode has begun by the date and has not ended by the end of it; short breaks (V3, V4) are left out; each child once.'

const lookedAfter = figureOf(LOOKED_AFTER)

/** How many children are looked after, how many came and left, and who lives with their brothers and sisters. */
export const CHILD_FIGURES: readonly Figure[] = [
  lookedAfter({
    id: 'children-looked-after',
    title: 'Children looked after',
    definition: `Children looked after at the date. ${CENSUS}`,
    source: 'DfE, Children looked after in England, SSDA903 return',
    measure: 'count',
    unit: 'children',
    words: homeInWords,
  }),
  lookedAfter({
    id: 'rate-per-10000',
    title: 'Children looked after for each 10,000',
    definition: ({facts: {population}}) =>
      population === null
        ? 'Children looked after at the date for each 10,000 children of 0-17 in the area; no population is recorded.'
        : `Children looked after at the date for each 10,000 of the ${population.count.toLocaleString('en-GB')} children of 0-17 in the area (${population.source}, ${dayInWords(population.on)}).`,
    source: 'DfE, Children looked after in England; ONS mid-year population estimates',
    measure: 'rate',
    unit: 'per-10000',
    words: homeInWords,
  }),
  lookedAfter({
    id: 'uasc',
    title: 'Unaccompanied asylum-seeking children',
    definition:
      'Share of all children looked after who are unaccompanied asylum-seeking children at the date: in the UASC table, and no end of it (DUC) by the date.',
    source: 'SSDA903, UASC table',
    measure: 'share',
    unit: 'percent',
    shareOf: 'children-looked-after',
    standing: ({history}, moment) => (isUnaccompanied(history, moment) ? 'counted' : 'not-counted'),
    words: uascInWords,
  }),
  figureOf(STARTED)({
    id: 'starts-in-year',
    title: 'Started to be looked after in the year',
    definition:
      'Children with an episode that began with S from 1 April to the date; short breaks left out; each child once.',
    source: 'DfE, Children looked after in England, SSDA903 RNE',
    measure: 'count',
    unit: 'children',
    words: ({episode}) => `started on ${dayInWords(episode.from)}`,
  }),
  figureOf(CEASED)({
    id: 'ceased-in-year',
    title: 'Ceased to be looked after in the year',
    definition:
      'Children with an episode that ended from 1 April to the date for any reason but X1; short breaks left out; each child once. Not known: the last episode ended and no reason is recorded.',
    source: 'DfE, Children looked after in England, SSDA903 REC',
    measure: 'count',
    unit: 'children',
    standing: ({episode}) => (isLeaving(episode) ? 'counted' : 'unknown'),
    words: ({episode: {ceased, until}}) =>
      `${ceased ?? 'no reason recorded'} on ${until === null ? 'no day' : dayInWords(until)}`,
  }),
  figureOf(SIBLING_GROUPS)({
    id: 'siblings-together',
    title: 'Sibling groups living together',
    definition:
      'Share of the recorded sibling groups with two or more looked after at the date in which all of those live in one household, or at one postcode and URN. Not known: the postcode of one is not recorded, and nobody is known to live apart. Groups apart by plan stay in the denominator; siblings-apart-by-plan counts them.',
    source: 'Local: SSDA903 has no sibling groups',
    measure: 'share',
    unit: 'percent',
    standing: group => {
      const together = allTogether(group)
      return together === null ? 'unknown' : together ? 'counted' : 'not-counted'
    },
    words: siblingsInWords,
  }),
  figureOf(SIBLING_GROUPS)({
    id: 'siblings-apart-by-plan',
    title: 'Sibling groups apart by plan',
    definition:
      'Share of the recorded sibling groups with two or more looked after at the date who live apart as their plan says.',
    source: 'Local: SSDA903 has no sibling groups',
    measure: 'share',
    unit: 'percent',
    standing: (group, {facts: {apartByPlan}}) => {
      if (!apartByPlan.includes(group.id)) return 'not-counted'
      const together = allTogether(group)
      return together === null ? 'unknown' : together ? 'not-counted' : 'counted'
    },
    words: siblingsInWords,
  }),
]

function uascInWords({history: {uasc, uascUntil}}: LookedAfter): string {
  if (!uasc) return 'not unaccompanied'
  return uascUntil === null ? 'unaccompanied' : `unaccompanied until ${dayInWords(uascUntil)}`
}

function siblingsInWords(
  group: SiblingGroup,
  {facts: {apartByPlan}}: {facts: {apartByPlan: readonly string[]}},
) {
  const together = allTogether(group)
  const how = together === null ? 'not known whether together' : together ? 'together' : 'apart'
  return `${group.children.length} looked after, ${how}${apartByPlan.includes(group.id) ? '; apart by plan' : ''}`
}
