/** SSDA903 ETHNIC codes with their labels. */
export const ETHNICITIES = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WOTH: 'any other White background',
  WIRT: 'Traveller of Irish heritage',
  WROM: 'Gypsy or Roma',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'any other Asian background',
  BCRB: 'Caribbean',
  BAFR: 'African',
  BOTH: 'any other Black background',
  CHNE: 'Chinese',
  OOTH: 'any other ethnic group',
  REFU: 'refused',
  NOBT: 'not yet obtained',
} as const

export type EthnicityCode = keyof typeof ETHNICITIES
export type EthnicityGroup = 'white' | 'mixed' | 'asian' | 'black' | 'other' | 'unknown'

const GROUP_BY_INITIAL: Readonly<Record<string, EthnicityGroup>> = {
  W: 'white',
  M: 'mixed',
  A: 'asian',
  B: 'black',
  C: 'asian',
}

/** The census group of a code. CHNE counts as Asian, as current releases do; older tables put it under Other. */
export function ethnicityGroup(code: EthnicityCode): EthnicityGroup {
  if (code === 'REFU' || code === 'NOBT') return 'unknown'
  return GROUP_BY_INITIAL[code[0] ?? ''] ?? 'other'
}
