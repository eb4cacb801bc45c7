import type {LookedAfter} from './census.ts'
import {type Figure, figureOf} from './figure.ts'
import type {Standing} from './indicator.ts'
import type {Moment} from './moment.ts'
import {NO_END} from './numeral.ts'
import {placementGroup} from './provision.ts'
import {LOOKED_AFTER} from './subjects.ts'
import {counted, numeralInWords} from './words.ts'

const SOURCE = 'DfE, Stability measures for children looked after in England, data guidance 2024'
const HOW_COUNTED =
  'A placement starts with S, P or B; temporary moves (T0-T4), the return from them, stays under 24 hours and adoption by the foster carer are not moves; short breaks are left out.'

const hasThree = (placements: number): Standing => (placements >= 3 ? 'counted' : 'not-counted')

/** Two years in one placement; for a child placed for adoption, in it and the placement before. */
function isStable(child: LookedAfter, moment: Moment): Standing | null {
  const {age, careFrom, placedFrom, placedBefore, home} = child
  if (age >= 16 || careFrom > moment.twoAndAHalfYearsAgo) return null
  const adopting = placementGroup(home.place) === 'placed-for-adoption'
  return (adopting ? placedBefore : placedFrom) <= moment.twoYearsAgo ? 'counted' : 'not-counted'
}

const lookedAfter = figureOf(LOOKED_AFTER)

/** How often children move. */
export const STABILITY_FIGURES: readonly Figure[] = [
  lookedAfter({
    id: 'three-or-more-placements',
    title: 'Three or more placements in the year',
    definition: `Share of all children looked after at the date with three or more placements from 1 April to the date, those that were open on 1 April included. ${HOW_COUNTED}`,
    source: SOURCE,
    measure: 'share',
    unit: 'percent',
    shareOf: 'children-looked-after',
    standing: ({placementsInYear}) => hasThree(placementsInYear),
    words: ({placementsInYear}) => `${counted(placementsInYear, 'placement')} in the year`,
  }),
  lookedAfter({
    id: 'three-or-more-placements-in-two-years',
    title: 'Three or more placements in two years',
    definition: `Share of children looked after continuously for two years or more at the date with three or more placements in the last two years. ${HOW_COUNTED}`,
    source: SOURCE,
    measure: 'share',
    unit: 'percent',
    standing: ({careFrom, placementsInTwoYears}, moment) =>
      careFrom > moment.twoYearsAgo ? null : hasThree(placementsInTwoYears),
    words: ({placementsInTwoYears}) => `${counted(placementsInTwoYears, 'placement')} in two years`,
  }),
  lookedAfter({
    id: 'placement-change',
    title: 'Moved to another carer in the year',
    definition: `Share of all children looked after at the date who had a change of placement and carer from 1 April to the date; coming back into care is one, coming first is not. ${HOW_COUNTED}`,
    source: "Children's Commissioner, Stability Index; placements counted as DfE counts them",
    measure: 'share',
    unit: 'percent',
    shareOf: 'children-looked-after',
    standing: ({placementsInYear}) => (placementsInYear >= 2 ? 'counted' : 'not-counted'),
    words: ({placementsInYear}) => `${counted(placementsInYear, 'placement')} in the year`,
  }),
  lookedAfter({
    id: 'long-term-stability',
    title: 'Long-term stability',
    definition: `Of children under 16 at the date who have been looked after continuously for two and a half years or more, the share who have been in the same placement for two years or more, or are placed for adoption and have been in that and the placement before together for two years or more. ${HOW_COUNTED}`,
    source: SOURCE,
    measure: 'share',
    unit: 'percent',
    standing: isStable,
    words: ({careFrom, placedFrom}) =>
      `looked after since ${numeralInWords(careFrom)}, ${placedFrom === NO_END ? 'always on temporary moves' : `in this placement since ${numeralInWords(placedFrom)}`}`,
  }),
]
