import type {AuthorityId} from '../ids.ts'

/** Upper-tier authorities by ONS code: London, and those around it. */
const NAMES: Readonly<Record<string, string>> = {
  E06000034: 'Thurrock',
  E06000039: 'Slough',
  E06000060: 'Buckinghamshire',
  E09000001: 'City of London',
  E09000002: 'Barking and Dagenham',
  E09000003: 'Barnet',
  E09000004: 'Bexley',
  E09000005: 'Brent',
  E09000006: 'Bromley',
  E09000007: 'Camden',
  E09000008: 'Croydon',
  E09000009: 'Ealing',
  E09000010: 'Enfield',
  E09000011: 'Greenwich',
  E09000012: 'Hackney',
  E09000013: 'Hammersmith and Fulham',
  E09000014: 'Haringey',
  E09000015: 'Harrow',
  E09000016: 'Havering',
  E09000017: 'Hillingdon',
  E09000018: 'Hounslow',
  E09000019: 'Islington',
  E09000020: 'Kensington and Chelsea',
  E09000021: 'Kingston upon Thames',
  E09000022: 'Lambeth',
  E09000023: 'Lewisham',
  E09000024: 'Merton',
  E09000025: 'Newham',
  E09000026: 'Redbridge',
  E09000027: 'Richmond upon Thames',
  E09000028: 'Southwark',
  E09000029: 'Sutton',
  E09000030: 'Tower Hamlets',
  E09000031: 'Waltham Forest',
  E09000032: 'Wandsworth',
  E09000033: 'Westminster',
  E10000012: 'Essex',
  E10000015: 'Hertfordshire',
  E10000016: 'Kent',
  E10000030: 'Surrey',
}

/** The authority's name; its code when Hearth does not know it. */
export const authorityName = (id: AuthorityId): string => NAMES[id] ?? id

/** Every authority whose name and neighbours are held. */
export const KNOWN_AUTHORITIES: readonly AuthorityId[] = Object.keys(NAMES) as AuthorityId[]
