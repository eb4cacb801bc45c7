/** Line feeds, no byte order mark, and no quotes: nothing in the sample needs them. */
export function csvOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const lines = rows.map(row => columns.map(column => row[column]).join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}
