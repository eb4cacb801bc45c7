/**
 * The tables of the SSDA903 return (Children Looked After) and their columns, in order. A file is recognised by its
 * exact set of columns: several tables share CHILD and DOB, but no two share a whole set.
 */
export const TABLES = {
  Header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
  Episodes: [
    'CHILD',
    'DECOM',
    'RNE',
    'LS',
    'CIN',
    'PLACE',
    'PLACE_PROVIDER',
    'DEC',
    'REC',
    'REASON_PLACE_CHANGE',
    'HOME_POST',
    'PL_POST',
    'URN',
  ],
  Reviews: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'],
  UASC: ['CHILD', 'SEX', 'DOB', 'DUC'],
  OC2: [
    'CHILD',
    'DOB',
    'SDQ_SCORE',
    'SDQ_REASON',
    'CONVICTED',
    'HEALTH_CHECK',
    'IMMUNISATIONS',
    'TEETH_CHECK',
    'HEALTH_ASSESSMENT',
    'SUBSTANCE_MISUSE',
    'INTERVENTION_RECEIVED',
    'INTERVENTION_OFFERED',
  ],
  OC3: ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'],
  AD1: ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  PlacedAdoption: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  PrevPerm: ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'],
  Missing: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
  SWEpisodes: ['CHILD', 'DOB', 'SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'],
  DoLo: ['CHILD', 'DOB', 'DOLO_START', 'DOLO_END'],
} as const

export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]
export type Column<Table extends TableName = TableName> = (typeof TABLES)[Table][number]

/** What a rule may read beside the columns of the file: made by the importer, not handed in (domain: SSDA903 1.2). */
export type DerivedColumn = 'PL_LA' | 'PL_LOCATION' | 'PL_DISTANCE' | 'UASC'

/** Text as the file has it: trimmed, in capitals, null where blank. Dates stay `dd/mm/yyyy`. */
export type Values = Readonly<Partial<Record<Column | DerivedColumn, string | null>>>

/** One row of one table; `row` counts from 1 for the first row under the headings. */
export interface Row {
  readonly row: number
  readonly values: Values
}

/** All that one return says of one child; tables that were not handed in are absent. Rows stand in the file's order. */
export interface ChildReturn {
  /** CHILD; null for rows that name none. */
  readonly child: string | null
  readonly tables: Readonly<Partial<Record<TableName, readonly Row[]>>>
}
