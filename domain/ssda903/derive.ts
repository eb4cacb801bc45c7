import {type GridReference, milesBetween} from '../location.ts'
import type {ChildReturn, Row, Values} from './tables.ts'
import {isUascIn} from './uasc.ts'

/** What is known of a postcode that exists. */
export interface PostcodeFacts {
  /** null: not on the OS National Grid. */
  readonly grid: GridReference | null
  /** The upper-tier authority that it lies in: an ONS code, or SCO, NIR, WAL; null: not known. */
  readonly authorityId: string | null
}

export interface DeriveContext {
  /** ONS code of the responsible authority. */
  readonly authorityId: string
  /** null: no such postcode. */
  readonly areaOf: (postcode: string) => PostcodeFacts | null
  /** What last year's return said of the child: one who was unaccompanied then has no distance this year either. */
  readonly lastYear?: ChildReturn | null
}

/** How the return writes a distance from a home outside England. */
const NOT_AVAILABLE = '999.9'

/** The child's return with the columns that no file holds: UASC on Header, PL_LA, PL_LOCATION and PL_DISTANCE on Episodes. */
export function derive(child: ChildReturn, context: DeriveContext): ChildReturn {
  const {Header, Episodes} = child.tables
  const isUasc = isUascIn(child) === true
  const hasDistance = !isUasc && !(context.lastYear && isUascIn(context.lastYear) === true)
  const flag: Values = {UASC: isUasc ? '1' : '0'}
  return {
    child: child.child,
    tables: {
      ...child.tables,
      ...(Header && {Header: withValues(Header, () => flag)}),
      ...(Episodes && {Episodes: withValues(Episodes, values => placed(values, context, hasDistance))}),
    },
  }
}

const withValues = (rows: readonly Row[], derived: (values: Values) => Values): readonly Row[] =>
  rows.map(({row, values}) => ({row, values: {...values, ...derived(values)}}))

/** Where an episode's placement lies. Short breaks (V3, V4) have no location. */
function placed({LS, HOME_POST, PL_POST}: Values, context: DeriveContext, hasDistance: boolean): Values {
  const isShortBreak = LS === 'V3' || LS === 'V4'
  const area = PL_POST && !isShortBreak ? context.areaOf(PL_POST) : null
  const authority = area?.authorityId ?? null
  const home = HOME_POST && area !== null && hasDistance ? context.areaOf(HOME_POST) : null
  return {
    PL_LA: authority,
    PL_LOCATION: authority === null ? null : authority === context.authorityId ? 'IN' : 'OUT',
    PL_DISTANCE: home !== null && area !== null ? distance(home, area) : null,
  }
}

function distance(home: PostcodeFacts, placement: PostcodeFacts): string | null {
  if (home.authorityId !== null && !home.authorityId.startsWith('E')) return NOT_AVAILABLE
  return home.grid && placement.grid ? milesBetween(home.grid, placement.grid).toFixed(1) : null
}
