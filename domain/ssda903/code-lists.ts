/** What the return takes in one collection year; the year is that of its 31 March. Source: DfE's guides, by year. */
export interface CodeLists {
  readonly sex: ReadonlySet<string>
  readonly ethnic: ReadonlySet<string>
  readonly rne: ReadonlySet<string>
  readonly ls: ReadonlySet<string>
  readonly cin: ReadonlySet<string>
  readonly place: ReadonlySet<string>
  readonly rec: ReadonlySet<string>
  readonly reason: ReadonlySet<string>
  /** Placements that may stand without a provider. */
  readonly providerOptional: ReadonlySet<string>
  /** Placements that may not have a provider. */
  readonly providerRefused: ReadonlySet<string>
  /** Placements that may stand without a URN. */
  readonly urnOptional: ReadonlySet<string>
  /** Placements that may not have a URN. */
  readonly urnRefused: ReadonlySet<string>
  /** The placement for young people who are supported rather than cared for, and the age from which it may be used. */
  readonly supported: {readonly place: string; readonly age: number}
}

const set = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

const TEMPORARY = 'T0 T1 T2 T3 T4'
const OTHER_SINCE_2026 = 'Z11 Z12 Z13 Z14'
const PLACE = `A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1 ${TEMPORARY} U1 U2 U3 U4 U5 U6`
const NOT_INSPECTED = `P1 P3 R1 R2 R5 ${TEMPORARY}`

const YEAR_2023: CodeLists = {
  sex: set('1 2'),
  ethnic: set(
    'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
  ),
  rne: set('S P L T U B'),
  ls: set('C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3'),
  cin: set('N1 N2 N3 N4 N5 N6 N7 N8'),
  place: set(`${PLACE} H5 P2 Z1`),
  rec: set('X1 E11 E12 E13 E14 E15 E16 E17 E2 E3 E4A E4B E41 E45 E46 E47 E48 E5 E6 E7 E8 E9'),
  reason: set('CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER'),
  providerOptional: set(`${TEMPORARY} Z1`),
  providerRefused: set(TEMPORARY),
  urnOptional: set(`${NOT_INSPECTED} H5 P2 Z1`),
  urnRefused: set(`${NOT_INSPECTED} H5 P2 Z1`),
  supported: {place: 'H5', age: 14},
}

const YEAR_2024: CodeLists = {
  ...YEAR_2023,
  urnRefused: set(`${NOT_INSPECTED} P2 Z1`),
  supported: {place: 'H5', age: 16},
}

const YEAR_2025: CodeLists = {
  ...YEAR_2024,
  sex: set('M F U'),
  place: set(`${PLACE} K3 H5 P2 Z1`),
  urnOptional: set(`${NOT_INSPECTED} Z1`),
  urnRefused: set(`${NOT_INSPECTED} Z1`),
  supported: {place: 'K3', age: 16},
}

const YEAR_2026: CodeLists = {
  ...YEAR_2025,
  place: set(`${PLACE} K3 ${OTHER_SINCE_2026}`),
  providerOptional: set(`${TEMPORARY} ${OTHER_SINCE_2026}`),
  providerRefused: set(`${TEMPORARY} ${OTHER_SINCE_2026}`),
  urnOptional: set(`${NOT_INSPECTED} ${OTHER_SINCE_2026}`),
  urnRefused: set(`${NOT_INSPECTED} ${OTHER_SINCE_2026}`),
}

/** By collection year: 2024 is 2023/24. */
const LISTS: ReadonlyMap<number, CodeLists> = new Map([
  [2023, YEAR_2023],
  [2024, YEAR_2024],
  [2025, YEAR_2025],
  [2026, YEAR_2026],
  [2027, YEAR_2026],
])

/** The collection years whose codes and rules are known, ascending. */
export const KNOWN_YEARS: readonly number[] = [...LISTS.keys()]

/** The known year that stands for a year: itself, else the nearest. */
export const knownYear = (year: number): number =>
  KNOWN_YEARS.find(known => known >= year) ?? KNOWN_YEARS.at(-1)!

/** The lists of a collection year. `fallback`: the year is not known, and the nearest that is stands for it. */
export function codeListsFor(year: number): {readonly lists: CodeLists; readonly fallback: boolean} {
  const known = knownYear(year)
  return {lists: LISTS.get(known)!, fallback: known !== year}
}
