import type {Sex} from '../../domain/child/child.ts'
import type {Column, TableName} from '../../domain/ssda903/tables.ts'
import {makeRandom, type Random} from '../random.ts'
import {type Collection, dateOf, episodesIn, leftBy} from './collection.ts'
import type {ReturnedEpisode} from './episodes.ts'
import type {History} from './history.ts'

/** Rows of one table, blank where there is nothing to say. */
export type Rows<Table extends TableName> = readonly Readonly<Record<Column<Table>, string>>[]

/** The same draws for a child in every year's return, or in one that the theme names. */
export const randomOf = ({reference, dob}: History, theme: string): Random =>
  makeRandom(`${theme}/${reference}/${dob}`)

export const named = ({reference, dob}: History) => ({CHILD: reference, DOB: dateOf(dob)})

/** Since 2024/25; before that, 1 for boys and 2 for girls. */
const LETTERS_SINCE = 2025
const NUMBERS: Readonly<Record<Sex, string>> = {M: '1', F: '2', U: '1'}
const sexIn = (sex: Sex, {year}: Collection): string => (year < LETTERS_SINCE ? NUMBERS[sex] : sex)

export const headerRows = (histories: readonly History[], collection: Collection): Rows<'Header'> =>
  histories.map(history => ({
    ...named(history),
    SEX: sexIn(history.sex, collection),
    ETHNIC: history.ethnicity,
    UPN: upnOf(history),
    MOTHER: history.sex === 'F' ? '0' : '',
    MC_DOB: '',
  }))

/** One of its own for each child, made of the reference; a few are not known. */
function upnOf(history: History): string {
  const random = randomOf(history, 'upn')
  const {reference, dob} = history
  if (random.chance(0.06)) return 'UN1'
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[random.integer(0, 22)]}209${dob.slice(2, 4)}${reference.replace(/\D/g, '').padStart(7, '0')}`
}

/** Supported accommodation is registered, and has a code of its own, since 2024/25: before, H5. */
const placeIn = (place: string, {year}: Collection): string =>
  place === 'K3' && year < LETTERS_SINCE ? 'H5' : place

/** Semi-independent homes were not inspected, and had no number, before 2023/24. */
const urnIn = ({place, urn}: ReturnedEpisode, {year}: Collection): string =>
  urn === null || (place === 'K3' && year < NUMBERED_SINCE) ? '' : urn
const NUMBERED_SINCE = 2024

export const episodeRows = (histories: readonly History[], collection: Collection): Rows<'Episodes'> =>
  histories.flatMap(history =>
    episodesIn(history, collection).map(episode => ({
      CHILD: history.reference,
      DECOM: dateOf(episode.from),
      RNE: episode.began,
      LS: episode.legalStatus ?? '',
      CIN: episode.need ?? '',
      PLACE: placeIn(episode.place, collection),
      PLACE_PROVIDER: episode.provider ?? '',
      DEC: dateOf(episode.until),
      REC: episode.ceased ?? '',
      REASON_PLACE_CHANGE: episode.reasonForChange ?? '',
      HOME_POST: episode.homePostcode ?? '',
      PL_POST: episode.placementPostcode ?? '',
      URN: urnIn(episode, collection),
    })),
  )

/** A status that goes on has no end yet; it ended when care did. */
export const uascRows = (histories: readonly History[], collection: Collection): Rows<'UASC'> =>
  histories
    .filter(history => history.uasc)
    .map(history => ({
      ...named(history),
      SEX: sexIn(history.sex, collection),
      DUC: dateOf(leftBy(history, collection)),
    }))
