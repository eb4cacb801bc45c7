import type {CostRow} from '../../domain/imports/cost.ts'
import type {FoundInImport} from '../../domain/imports/found.ts'
import type {Finding} from '../../domain/ssda903/finding.ts'
import type {ChildRows, MalformedRow} from './reading/child-rows.ts'

interface Files {
  /** By table. */
  readonly fileOf: ReadonlyMap<string, string>
}

/** A row that is kept aside is kept whole. */
export function foundByRule({table, ...finding}: Finding, child: ChildRows, {fileOf}: Files): FoundInImport {
  const whole =
    finding.severity === 'E' ? child.tables[table]?.find(({row}) => row === finding.row)?.values : undefined
  return {
    ...finding,
    about: table,
    file: fileOf.get(table) ?? null,
    values: {...whole, ...finding.values} as FoundInImport['values'],
  }
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
