import type {LookedAfter} from './census.ts'
import {type Figure, figureOf} from './figure.ts'
import type {Standing} from './indicator.ts'
import type {Moment} from './moment.ts'
import {LOOKED_AFTER} from './subjects.ts'
import {areaInWords} from './words.ts'

const FAR_MILES = 20
/** How the return writes a distance that is not available, or from a home outside England. */
const NOT_AVAILABLE_MILES = 999.9

const PUBLISHED = 'DfE, Children looked after: a focus on placement location'
const STAYS = 'Whose distance is not known (UASC among them) stays in the denominator.'

export const milesOf = ({home: {distanceMiles}}: LookedAfter): number | null =>
  distanceMiles === null || distanceMiles >= NOT_AVAILABLE_MILES ? null : distanceMiles

const is = (known: boolean | null): Standing =>
  known === null ? 'unknown' : known ? 'counted' : 'not-counted'

function isInside({home}: LookedAfter, {facts}: Moment): boolean | null {
  return home.placementAuthority === null ? null : home.placementAuthority === facts.authorityId
}

function isFar(child: LookedAfter): boolean | null {
  const miles = milesOf(child)
  return miles === null ? null : miles > FAR_MILES
}

/** Both must hold: one that is known not to settles it. */
function isFarOutside(child: LookedAfter, moment: Moment): boolean | null {
  const [far, inside] = [isFar(child), isInside(child, moment)]
  if (far === false || inside === true) return false
  return far === null || inside === null ? null : true
}

function inWords(child: LookedAfter, moment: Moment): string {
  const miles = milesOf(child)
  const area = child.home.placementAuthority
  const where =
    area === null
      ? 'area not known'
      : isInside(child, moment)
        ? 'inside the authority'
        : `in ${areaInWords(area)}`
  return `${miles === null ? 'distance not known' : `${miles.toFixed(1)} miles`}, ${where}`
}

const share = (
  id: string,
  title: string,
  definition: string,
  standing: (child: LookedAfter, moment: Moment) => Standing,
): Figure =>
  figureOf(LOOKED_AFTER)({
    id,
    title,
    definition,
    source: PUBLISHED,
    measure: 'share',
    unit: 'percent',
    shareOf: 'children-looked-after',
    standing,
    words: inWords,
  })

/** How far from home, and whether inside the authority. */
export const DISTANCE_FIGURES: readonly Figure[] = [
  share(
    'inside-authority',
    'Placed inside the authority',
    'Share of all children looked after at the date whose placement stands in the area of the authority (PL_LOCATION IN). Who has no known area stays in the denominator.',
    (child, moment) => is(isInside(child, moment)),
  ),
  share(
    'over-20-miles',
    'Placed over 20 miles from home',
    `Share of all children looked after at the date who live more than 20.0 miles (PL_DISTANCE) from where they lived when care began, inside the authority or not. ${STAYS}`,
    child => is(isFar(child)),
  ),
  share(
    'over-20-miles-outside',
    'Placed over 20 miles from home and outside the authority',
    `Share of all children looked after at the date who live more than 20.0 miles (PL_DISTANCE) from where they lived when care began, and outside the authority: the published measure. ${STAYS}`,
    (child, moment) => is(isFarOutside(child, moment)),
  ),
  share(
    'within-20-miles',
    'Placed within 20 miles of home',
    `Share of all children looked after at the date who live 20.0 miles (PL_DISTANCE) or less from where they lived when care began. ${STAYS}`,
    child => {
      const far = isFar(child)
      return is(far === null ? null : !far)
    },
  ),
  share(
    'distance-unknown',
    'Distance not known',
    'Share of all children looked after at the date whose PL_DISTANCE is blank or 999.9.',
    child => is(milesOf(child) === null),
  ),
]
