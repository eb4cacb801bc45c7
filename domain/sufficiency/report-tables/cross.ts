import type {Cell} from './table.ts'

/** Those of a name, among others. */
export interface Named<Subject> {
  readonly name: string
  readonly has: (subject: Subject) => boolean
}

export const named = <Subject>(name: string, has: (subject: Subject) => boolean): Named<Subject> => ({
  name,
  has,
})

/** A row of those that stand under each key, by the titles of the keys, and of any other key that occurs. */
export function namedBy<Subject>(
  subjects: readonly Subject[],
  titles: Readonly<Record<string, string>>,
  keyOf: (subject: Subject) => string,
): readonly Named<Subject>[] {
  const keys = new Set([...Object.keys(titles), ...subjects.map(keyOf).toSorted()])
  return [...keys].map(key => named(titles[key] ?? key, subject => keyOf(subject) === key))
}

export const ALL = 'All'

/** How many stand in each row and column at once, in a row each; the last row is of all. */
export function crossed<Subject>(
  subjects: readonly Subject[],
  rows: readonly Named<Subject>[],
  columns: readonly Named<Subject>[],
): readonly (readonly [string, ...number[]])[] {
  const row = (name: string, those: readonly Subject[]): [string, ...number[]] => [
    name,
    ...columns.map(({has}) => those.filter(has).length),
  ]
  return [...rows.map(({name, has}) => row(name, subjects.filter(has))), row(ALL, subjects)]
}

/** Without rows that are empty; the last stays. */
export const occupied = (rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] =>
  rows.filter((row, i) => i === rows.length - 1 || row.slice(1).some(cell => cell !== 0 && cell !== null))
