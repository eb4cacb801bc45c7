import {type Figure, figureOf} from './figure.ts'
import {MAPPINGS, PLACEMENT_GROUPS, type Provision, standingIn} from './provision.ts'
import {LOOKED_AFTER} from './subjects.ts'
import {homeInWords} from './words.ts'

const PUBLISHED = 'DfE, Children looked after in England, placement groups'
const STRICT = 'Hearth mapping `strict` of PLACE and PLACE_PROVIDER'
const HEADLINE = 'Hearth mapping `headline` of PLACE and PLACE_PROVIDER'
const REGIONAL = 'Mapping `regional` of PLACE and PLACE_PROVIDER: Data to Insight regional demand model'

interface Share {
  readonly id: string
  readonly title: string
  readonly provision: Provision
  readonly source: string
  /** Default: all children looked after. */
  readonly among?: typeof FOSTERED
  readonly note?: string
}

const lookedAfter = figureOf(LOOKED_AFTER)

const share = ({id, title, provision, source, among, note}: Share): Figure =>
  lookedAfter({
    id,
    title,
    definition: [
      `Share of ${among?.words ?? 'all children looked after'} at the date who live in ${inWords(provision)}.`,
      ...(provision.providers === null ? [] : ['Not known: the place fits, and no provider is recorded.']),
      ...(note === undefined ? [] : [note]),
      'On a temporary move (T0-T4) the placement that it interrupts counts.',
    ].join(' '),
    source,
    measure: 'share',
    unit: 'percent',
    shareOf: among?.indicator ?? 'children-looked-after',
    standing: ({home}) =>
      among === undefined || among.places.includes(home.place) ? standingIn(provision, home) : null,
    words: homeInWords,
  })

const inWords = ({places, providers}: Provision): string =>
  `${places.join(', ')}${providers === null ? ', whoever provides it' : ` with ${providers.join(', ')}`}`

const {strict, headline, regional} = MAPPINGS
const published = (group: keyof typeof PLACEMENT_GROUPS): Pick<Share, 'provision' | 'source'> => ({
  provision: {places: PLACEMENT_GROUPS[group], providers: null},
  source: PUBLISHED,
})
const FOSTERED = {
  indicator: 'foster',
  places: PLACEMENT_GROUPS.foster as readonly string[],
  words: 'children in foster placements (U1-U6)',
}

/** Where children live: the shares of published groups and of service terms, each by the mapping that it names. */
export const PROVISION_FIGURES: readonly Figure[] = [
  share({id: 'foster', title: 'Foster placements', ...published('foster')}),
  share({
    id: 'kinship-foster',
    title: 'Fostered by relatives or friends (kinship)',
    provision: strict['kinship-foster'],
    source: STRICT,
  }),
  share({
    id: 'in-house-foster',
    title: 'In-house fostering, without kinship',
    provision: strict['in-house-foster'],
    source: STRICT,
  }),
  share({
    id: 'ifa-foster',
    title: 'IFA fostering, without kinship',
    provision: strict['ifa-foster'],
    source: STRICT,
  }),
  share({
    id: 'other-authority-foster',
    title: "Fostered by other authorities' and public bodies' carers",
    provision: strict['other-authority-foster'],
    source: STRICT,
  }),
  share({
    id: 'own-provision-foster',
    title: 'Fostered by own provision, kinship included',
    provision: headline['own-provision-foster'],
    source: HEADLINE,
  }),
  share({
    id: 'all-ifa-foster',
    title: 'Fostered by IFAs, kinship included',
    provision: headline['all-ifa-foster'],
    source: HEADLINE,
  }),
  share({
    id: 'all-other-authority-foster',
    title: "Fostered by other authorities' and public bodies' carers, kinship included",
    provision: headline['all-other-authority-foster'],
    source: HEADLINE,
  }),
  share({
    id: 'in-house-of-foster',
    title: 'Own provision among fostered children',
    provision: headline['own-provision-foster'],
    source: HEADLINE,
    among: FOSTERED,
    note: 'Kinship carers of the authority are included: own-provision-foster is the same numerator over all children looked after.',
  }),
  share({
    id: 'ifa-of-foster',
    title: 'IFA among fostered children',
    provision: headline['all-ifa-foster'],
    source: HEADLINE,
    among: FOSTERED,
    note: 'all-ifa-foster is the same numerator over all children looked after.',
  }),
  share({
    id: 'in-house-foster-regional',
    title: "In-house fostering as the regional model counts it, other authorities' carers included",
    provision: regional['in-house-foster'],
    source: REGIONAL,
  }),
  share({
    id: 'childrens-homes',
    title: "Secure and children's homes",
    ...published('secure-and-childrens-homes'),
  }),
  share({id: 'secure', title: "Secure children's homes", provision: strict.secure, source: STRICT}),
  share({
    id: 'residential',
    title: 'Residential',
    provision: {places: strict['residential-in-house'].places, providers: null},
    source: STRICT,
  }),
  share({
    id: 'residential-in-house',
    title: 'Residential, provided by authorities and public bodies',
    provision: strict['residential-in-house'],
    source: STRICT,
  }),
  share({
    id: 'residential-external',
    title: 'Residential, provided by others',
    provision: strict['residential-external'],
    source: STRICT,
  }),
  share({
    id: 'supported',
    title: 'Independent, semi-independent and supported accommodation',
    ...published('supported'),
  }),
  share({id: 'with-parents', title: 'Placed with parents', ...published('with-parents')}),
  share({id: 'placed-for-adoption', title: 'Placed for adoption', ...published('placed-for-adoption')}),
  share({id: 'residential-schools', title: 'Residential schools', ...published('residential-schools')}),
  share({id: 'other-residential', title: 'Other residential', ...published('other-residential')}),
  share({
    id: 'other-placements',
    title: 'Other placements',
    ...published('other'),
    note: 'A temporary move counts here only where no placement came before it.',
  }),
]
