import type {CostRow} from '../../domain/imports/cost.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import type {Finding} from '../../domain/ssda903/finding.ts'
import type {Row, TableName} from '../../domain/ssda903/tables.ts'
import type {ChildRows, MalformedRow} from './reading/child-rows.ts'

interface Files {
  /** By table. */
  readonly fileOf: ReadonlyMap<string, string>
}

/** A row that is kept aside is kept whole. */
export function foundByRules(
  findings: readonly Finding[],
  {tables}: ChildRows,
  {fileOf}: Files,
): readonly FoundInImport[] {
  const whole = new Map<string, Map<number, Row['values']>>()
  const rowsOf = (table: TableName) => {
    const known = whole.get(table)
    if (known !== undefined) return known
    const rows = new Map((tables[table] ?? []).map(({row, values}) => [row, values]))
    whole.set(table, rows)
    return rows
  }
  return findings.map(({table, ...finding}) => ({
    ...finding,
    about: table,
    file: fileOf.get(table) ?? null,
    values: {
      ...(finding.severity === 'E' && rowsOf(table).get(finding.row)),
      ...finding.values,
    } as FoundInImport['values'],
  }))
}

export const costFound = ({row, values}: CostRow, words: string, {fileOf}: Files): FoundInImport => ({
  severity: 'E',
  rule: 'cost',
  about: 'Costs',
  row,
  file: fileOf.get('Costs') ?? null,
  values,
  words,
})

export const malformedFound = ({table, row, words, text}: MalformedRow, {fileOf}: Files): FoundInImport => ({
  severity: 'E',
  rule: 'malformed',
  about: table,
  row,
  file: fileOf.get(table) ?? null,
  values: {text},
  words: `The row ${words}.`,
})
