import type {Day} from '../calendar.ts'
import type {Measure, Numbers, Tally} from './figure.ts'
import type {Indicator} from './indicator.ts'
import {type Breakdown, FIGURES} from './indicators.ts'
import {KNOWN_SUMS, nameOf} from './known-sums.ts'
import {momentOf, type Prepared} from './moment.ts'
import {type Cell, cellsToSuppress, isSmall, type Sum} from './suppress.ts'

/** DfE's symbol for a number that is suppressed. */
export const SUPPRESSED = 'c'

export type PublishedNumbers = {readonly [Key in keyof Numbers]: Numbers[Key] | typeof SUPPRESSED}

/** As `Indicator`, with `c` for what may not be published. */
export type PublishedIndicator = Omit<Indicator, keyof Numbers> & PublishedNumbers

export interface PublishedBreakdown extends Omit<Breakdown, 'total' | 'parts'> {
  readonly total: PublishedNumbers
  readonly parts: readonly ({readonly key: string} & PublishedNumbers)[]
}

/**
 * Every indicator as it may be published beside the others: no suppressed number follows from those shown. All are counted
 * even when one is asked for: what of it may be shown hangs on the others, which anybody may ask for next.
 */
export function publishedIndicatorsAt(
  prepared: Prepared,
  asAt: Day,
  only?: string,
): readonly PublishedIndicator[] {
  const moment = momentOf(prepared, asAt)
  const lines = FIGURES.map(({id, measure, tally}) => ({name: id, measure, tally: tally(moment)}))
  const cells = new Map(lines.flatMap(cellsOf))
  const suppressed = cellsToSuppress(cells, [...lines.flatMap(sumsOf), ...KNOWN_SUMS])
  return FIGURES.flatMap((figure, i) =>
    only === undefined || figure.id === only
      ? [{...figure.about(moment), ...published(lines[i]!, suppressed)}]
      : [],
  )
}

const TOTAL = ''
const COLUMNS = ['numerator', 'unknown', 'rest', 'denominator'] as const
export type Column = (typeof COLUMNS)[number]

/** A breakdown as it may be published, by itself: no suppressed number follows from its other parts and the total. */
export function publishBreakdown({total, parts, ...about}: Breakdown): PublishedBreakdown {
  const {measure} = about
  const whole = {name: TOTAL, measure, tally: total}
  const lines = parts.map(({key, ...tally}) => ({name: `=${key}`, measure, tally}))
  const cells = new Map([whole, ...lines].flatMap(cellsOf))
  const across = COLUMNS.map(column => ({
    whole: nameOf(TOTAL, column),
    parts: lines.map(({name}) => nameOf(name, column)),
  }))
  const sums = [...across, ...[whole, ...lines].flatMap(sumsOf)]
  const suppressed = cellsToSuppress(cells, sums)
  return {
    ...about,
    total: published(whole, suppressed),
    parts: parts.map(({key}, i) => ({key, ...published(lines[i]!, suppressed)})),
  }
}

interface Line {
  readonly name: string
  readonly measure: Measure
  readonly tally: Tally
}

/** `rest`, those of a share who do not count, is not shown, but anybody can work it out. */
function cellsOf({name, measure, tally}: Line): readonly (readonly [string, Cell])[] {
  const {numerator, denominator, unknown, counted} = tally
  const cells: [Column, Cell][] = [
    ['numerator', {value: numerator, small: isSmall(counted)}],
    ['unknown', count(unknown)],
  ]
  if (denominator !== null && measure !== 'rate' && measure !== 'a-week')
    cells.push(['denominator', count(denominator)])
  if (denominator !== null && measure === 'share')
    cells.push(['rest', {...count(denominator - numerator - unknown), implied: true}])
  return cells.map(([column, cell]) => [nameOf(name, column), cell])
}

const count = (value: number): Cell => ({value, small: isSmall(value)})

const sumsOf = ({name, measure}: Line): readonly Sum[] =>
  measure === 'share'
    ? [
        {
          whole: nameOf(name, 'denominator'),
          parts: [nameOf(name, 'numerator'), nameOf(name, 'unknown'), nameOf(name, 'rest')],
        },
      ]
    : []

function published(
  {name, measure, tally: {numerator, denominator, unknown, value}}: Line,
  suppressed: ReadonlySet<string>,
): PublishedNumbers {
  const shown = <Value>(column: Column, number: Value) =>
    suppressed.has(nameOf(name, column)) ? SUPPRESSED : number
  const hides = suppressed.has(nameOf(name, 'numerator')) || suppressed.has(nameOf(name, 'denominator'))
  // So many weeks are so many children, and follow from spend and quotient: the quotient stands alone, to the penny.
  const isAlone = measure === 'a-week' && numerator > 0
  const quotient = isAlone && value !== null ? Math.round(value) : value
  return {
    numerator: isAlone ? SUPPRESSED : shown('numerator', numerator),
    denominator: isAlone ? SUPPRESSED : shown('denominator', denominator),
    unknown: shown('unknown', unknown),
    value: hides ? SUPPRESSED : quotient,
  }
}
