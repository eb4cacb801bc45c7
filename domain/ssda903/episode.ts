import {returnDay} from './return-day.ts'
import {type Row, TABLES} from './tables.ts'

/**
 * An episode as the rules read it: days as numbers, NaN where blank or no date that exists, so that no comparison with
 * them holds; and its neighbours in time. An episode without a real start, or of no named child, has none.
 */
export interface Episode {
  readonly source: Row
  readonly decom: number
  readonly dec: number
  /** DEC; the end of the collection year while the episode is open. */
  readonly end: number
  readonly rne: string | null
  readonly ls: string | null
  readonly cin: string | null
  readonly place: string | null
  readonly provider: string | null
  readonly ceased: string | null
  readonly rec: string | null
  readonly reason: string | null
  readonly home: string | null
  readonly postcode: string | null
  readonly urn: string | null
  /** The derived columns: undefined when nobody has derived them. */
  readonly area: string | null | undefined
  readonly location: string | null | undefined
  readonly distance: string | null | undefined
  /** In a temporary placement (T0-T4), which does not end the usual one. */
  readonly isTemporary: boolean
  /** In short breaks (V3, V4). */
  readonly isShortBreak: boolean
  previous: Episode | null
  next: Episode | null
  /** The last episode before this one that was not in a temporary placement. */
  usual: Episode | null
  /** The unbroken time under this legal status that the episode belongs to. */
  stretch: Stretch
}

/** Episodes of one legal status that follow each other without a gap share one. */
interface Stretch {
  readonly from: number
  to: number
}

export function readEpisode(source: Row, collectionEnd: number): Episode {
  const values = source.values
  const ceased = values.DEC ?? null
  const place = values.PLACE ?? null
  const ls = values.LS ?? null
  const decom = returnDay(values.DECOM)
  const dec = returnDay(ceased)
  const end = ceased === null ? collectionEnd : dec
  return {
    source,
    decom,
    dec,
    end,
    rne: values.RNE ?? null,
    ls,
    cin: values.CIN ?? null,
    place,
    provider: values.PLACE_PROVIDER ?? null,
    ceased,
    rec: values.REC ?? null,
    reason: values.REASON_PLACE_CHANGE ?? null,
    home: values.HOME_POST ?? null,
    postcode: values.PL_POST ?? null,
    urn: values.URN ?? null,
    area: values.PL_LA,
    location: values.PL_LOCATION,
    distance: values.PL_DISTANCE,
    isTemporary: place === 'T0' || place === 'T1' || place === 'T2' || place === 'T3' || place === 'T4',
    isShortBreak: ls === 'V3' || ls === 'V4',
    previous: null,
    next: null,
    usual: null,
    stretch: {from: decom, to: end},
  }
}

const COLUMNS = [...TABLES.Episodes, 'PL_LA', 'PL_LOCATION', 'PL_DISTANCE'] as const
/** Sorts after every code. */
const BLANK = '\uffff'

/** Rows that start and end on the same days stand in the order of their text, so that the file's order decides nothing. */
function byText(a: Row, b: Row): number {
  for (const column of COLUMNS) {
    const left = a.values[column] ?? BLANK
    const right = b.values[column] ?? BLANK
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

const endOf = ({end}: Episode): number => (Number.isNaN(end) ? Number.POSITIVE_INFINITY : end)

// Two infinite ends leave NaN, which is no difference either.
const byTime = (a: Episode, b: Episode): number =>
  a.decom - b.decom || endOf(a) - endOf(b) || byText(a.source, b.source)

/** One child's episodes that have a real start, in order of time, each knowing its neighbours. */
export function inOrder(episodes: readonly Episode[]): readonly Episode[] {
  const ordered = episodes.filter(({decom}) => !Number.isNaN(decom)).sort(byTime)
  for (let i = 1; i < ordered.length; i++) follow(ordered[i - 1]!, ordered[i]!)
  return ordered
}

function follow(before: Episode, after: Episode): void {
  before.next = after
  after.previous = before
  after.usual = before.isTemporary ? before.usual : before
  if (after.ls !== before.ls || !(after.decom <= before.stretch.to)) return
  after.stretch = before.stretch
  if (after.end > after.stretch.to) after.stretch.to = after.end
}
