/** A number that is to be published; `small` where it would tell of too few. */
export interface Cell {
  readonly value: number
  readonly small: boolean
}

/** The parts add up to the whole, and a reader knows it. Names of cells. */
export interface Sum {
  readonly whole: string
  readonly parts: readonly string[]
}

/** One to five: too few to publish (DfE and ONS practice; nought stays nought). */
export const isSmall = (count: number): boolean => count >= 1 && count <= 5

/**
 * The cells to leave out of what is published: those that are small, and as many others as it takes so that none of them
 * follows from the rest by adding and subtracting along the sums. It ends well: once everything but noughts is left out,
 * all of it could be twice as much, and no count follows.
 */
export function cellsToSuppress(cells: ReadonlyMap<string, Cell>, sums: readonly Sum[]): ReadonlySet<string> {
  const suppressed = new Set([...cells].flatMap(([name, {small}]) => (small ? [name] : [])))
  for (;;) {
    const known = firstRecoverable(suppressed, sums)
    if (known === null) return suppressed
    const beside = sums
      .map(({whole, parts}) => [whole, ...parts])
      .filter(names => names.includes(known))
      .flat()
    const next =
      smallestShown(beside, cells, suppressed) ?? smallestShown([...cells.keys()], cells, suppressed)
    if (next === null) return suppressed
    suppressed.add(next)
  }
}

function smallestShown(
  names: readonly string[],
  cells: ReadonlyMap<string, Cell>,
  suppressed: ReadonlySet<string>,
): string | null {
  let smallest: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const value = cells.get(name)?.value ?? 0
    if (value === 0 || value >= least || suppressed.has(name)) continue
    smallest = name
    least = value
  }
  return smallest
}

/**
 * A suppressed cell whose value the shown ones settle; null: none. Each sum is an equation in the suppressed cells; solved
 * as far as they go (Gauss-Jordan), an equation in one cell alone gives it away.
 */
export function firstRecoverable(suppressed: ReadonlySet<string>, sums: readonly Sum[]): string | null {
  const names = [...suppressed]
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
  for (const row of rows) {
    const first = row.findIndex(isNotZero)
    if (first >= 0 && !row.some((entry, i) => i > first && isNotZero(entry))) return names[first]!
  }
  return null
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
