/** A number of a publication; `small` where it would tell of too few. */
export interface Cell {
  readonly value: number
  readonly small: boolean
  /** Not shown as it is, though perhaps to be worked out. */
  readonly implied?: true
}

/** The parts add up to the whole, and a reader knows it. Names of cells. */
export interface Sum {
  readonly whole: string
  readonly parts: readonly string[]
}

/** From one to so many is too few to publish (DfE and ONS practice; nought stays nought). */
const MOST_SMALL = 5

export const isSmall = (count: number): boolean => count >= 1 && count <= MOST_SMALL

interface LeftOut {
  readonly suppressed: Set<string>
  /** Those and what is not shown anyway. */
  readonly hidden: Set<string>
}

/**
 * The cells to leave out of what is published: those that are small, and as many others as it takes so that none of them
 * follows from the rest by adding and subtracting along the sums, and that those of a sum come to more than a small number
 * together. A sum that does not hold (parts that overlap, a number that is not known) tells a reader nothing. It ends well:
 * once everything but noughts is left out, all of it could be twice as much, and no count follows.
 */
export function cellsToSuppress(
  cells: ReadonlyMap<string, Cell>,
  known: readonly Sum[],
): ReadonlySet<string> {
  const sums = known.filter(sum => holds(sum, cells))
  const named = (is: (cell: Cell) => boolean) =>
    [...cells].flatMap(([name, cell]) => (is(cell) ? [name] : []))
  const suppressed = new Set(named(({small}) => small))
  const left = {suppressed, hidden: new Set([...suppressed, ...named(({implied}) => implied === true)])}
  for (;;) {
    const beside = besideOneThatIsTold(cells, sums, left)
    if (beside === null) return suppressed
    const next = smallestShown(beside, cells, left.hidden) ?? smallestShown(cells.keys(), cells, left.hidden)
    if (next === null) return suppressed
    suppressed.add(next)
    left.hidden.add(next)
  }
}

function holds({whole, parts}: Sum, cells: ReadonlyMap<string, Cell>): boolean {
  return (
    parts.reduce((sum, name) => sum + (cells.get(name)?.value ?? Number.NaN), 0) === cells.get(whole)?.value
  )
}

const namesIn = ({whole, parts}: Sum): readonly string[] => [whole, ...parts]

/** The cells of the sums that tell a suppressed one; null: none is told. Solving comes last: it takes the longest. */
function besideOneThatIsTold(
  cells: ReadonlyMap<string, Cell>,
  sums: readonly Sum[],
  left: LeftOut,
): readonly string[] | null {
  const telling = sums.find(sum => tellsByItself(sum, cells, left))
  if (telling !== undefined) return namesIn(telling)
  const told = recoverable(left.hidden, sums).find(name => left.suppressed.has(name))
  return told === undefined
    ? null
    : sums
        .map(namesIn)
        .filter(names => names.includes(told))
        .flat()
}

/** One of its cells alone is not shown; or several are not, and the whole tells that they are few together. */
function tellsByItself(
  {whole, parts}: Sum,
  cells: ReadonlyMap<string, Cell>,
  {suppressed, hidden}: LeftOut,
): boolean {
  const away = parts.filter(name => hidden.has(name))
  if (hidden.has(whole)) return away.length === 0 && suppressed.has(whole)
  if (!away.some(name => suppressed.has(name))) return false
  return away.length === 1 || away.reduce((sum, name) => sum + cells.get(name)!.value, 0) <= MOST_SMALL
}

function smallestShown(
  names: Iterable<string>,
  cells: ReadonlyMap<string, Cell>,
  hidden: ReadonlySet<string>,
): string | null {
  let smallest: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const value = cells.get(name)?.value ?? 0
    if (value === 0 || value >= least || hidden.has(name)) continue
    smallest = name
    least = value
  }
  return smallest
}

/**
 * The hidden cells whose values the shown ones settle. Each sum is an equation in the hidden cells; solved as far as they go
 * (Gauss-Jordan), an equation in one cell alone gives it away.
 */
function recoverable(hidden: ReadonlySet<string>, sums: readonly Sum[]): readonly string[] {
  const names = [...hidden]
  const columnOf = new Map(names.map((name, i) => [name, i]))
  const rows = sums.map(({whole, parts}) => {
    const row = new Float64Array(names.length)
    const add = (name: string, sign: number) => {
      const column = columnOf.get(name)
      if (column !== undefined) row[column]! += sign
    }
    add(whole, -1)
    for (const part of parts) add(part, 1)
    return row
  })
  reduce(rows, names.length)
  return rows.flatMap(row => {
    const first = row.findIndex(isNotZero)
    return first >= 0 && !row.some((entry, i) => i > first && isNotZero(entry)) ? [names[first]!] : []
  })
}

const isNotZero = (entry: number): boolean => Math.abs(entry) > 1e-9

function reduce(rows: Float64Array[], columns: number): void {
  let pivot = 0
  for (let column = 0; column < columns && pivot < rows.length; column++) {
    const found = rows.findIndex((row, i) => i >= pivot && isNotZero(row[column]!))
    if (found < 0) continue
    const row = rows[found]!
    rows[found] = rows[pivot]!
    rows[pivot] = row
    const by = row[column]!
    for (let i = column; i < columns; i++) row[i]! /= by
    for (const other of rows) if (other !== row && isNotZero(other[column]!)) subtract(other, row, column)
    pivot += 1
  }
}

function subtract(row: Float64Array, pivot: Float64Array, column: number): void {
  const times = row[column]!
  for (let i = column; i < row.length; i++) row[i]! -= times * pivot[i]!
}
