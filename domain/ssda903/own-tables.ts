/**
 * The tables that come with a return and are not of it: what placements cost, and the list of households. Dates are
 * `dd/mm/yyyy` as in the return, money whole pence a week; SEXES, STAYS and CHILDREN (references of those for whom
 * alone the household is approved) hold words parted by spaces.
 */
export const OWN_TABLES = {
  Costs: ['CHILD', 'PROVIDER', 'WEEKLY_PENCE', 'FROM', 'TO'],
  Households: [
    'REFERENCE',
    'KIND',
    'SCHEME',
    'PROVIDER',
    'AGENCY',
    'APPROVED_FROM',
    'APPROVED_UNTIL',
    'PLACES',
    'AGE_FROM',
    'AGE_TO',
    'SEXES',
    'STAYS',
    'POSTCODE',
    'BEDROOMS',
    'STATE',
    'CHILDREN',
  ],
} as const

export type OwnTable = keyof typeof OWN_TABLES
