import {type Html, html, prose} from './html.ts'

/** As much of JSON Schema as the contract uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxLength?: number
  readonly additionalProperties?: boolean | Schema
}

const nameOf = (ref: string) => ref.split('/').at(-1)!
const joined = (parts: readonly Html[], by: string): Html =>
  html`${parts.map((part, n) => [n > 0 && by, part])}`

/** A schema in a few words: its type, what it may be, and a link where it has a name. */
export function typeOf(schema: Schema): Html {
  if (schema.$ref) return html`<a href="#shape-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`
  const choices = schema.oneOf ?? schema.anyOf
  if (choices)
    return choices.some(choice => choice.properties) ? html`object` : joined(choices.map(typeOf), ' or ')
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum)
    return joined(
      schema.enum.map(value => html`<code>${JSON.stringify(value)}</code>`),
      ', ',
    )
  if (schema.type === 'array') return html`list of ${typeOf(schema.items ?? {})}`
  return html`${schema.format ?? schema.type ?? 'anything'}`
}

const between = (least?: number, most?: number, unit = '') =>
  least === undefined
    ? most !== undefined && `at most ${most}${unit}`
    : most === undefined
      ? `at least ${least}${unit}`
      : `${least} to ${most}${unit}`

function bounds({minimum, maximum, minItems, maxItems, maxLength, default: preset}: Schema): string {
  return [
    between(minimum, maximum),
    between(minItems, maxItems, ' items'),
    between(undefined, maxLength, ' characters'),
    preset !== undefined && `default ${JSON.stringify(preset)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

interface Row {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
  /** Which of several shapes it belongs to: `4.2` is the second within the fourth. */
  readonly choice: string
}

/** Every field of an object with those of the objects inside it, by dotted name; alternatives one after another. */
export function* rowsOf(schema: Schema, under = '', choice = ''): Generator<Row> {
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const row = {
      name: `${under}${name}`,
      schema: inner,
      required: schema.required?.includes(name) ?? false,
      choice,
    }
    yield row
    yield* rowsWithin(inner, row.name, choice)
  }
  const shapes = (schema.oneOf ?? schema.anyOf ?? []).filter(shape => shape.properties ?? shape.oneOf)
  for (const [n, shape] of shapes.entries())
    yield* rowsOf(shape, under, shapes.length > 1 ? [choice, n + 1].filter(Boolean).join('.') : choice)
}

const rowsWithin = (schema: Schema, name: string, choice: string): Generator<Row> =>
  schema.items ? rowsWithin(schema.items, `${name}[]`, choice) : rowsOf(schema, `${name}.`, choice)

const hint = (...hints: readonly string[]): Html | false => {
  const said = hints.filter(Boolean).join('; ')
  return said !== '' && html` <span class="hint">${said}</span>`
}

const fieldRow = ({name, schema, required, choice}: Row): Html =>
  html`<tr><th scope="row"><code>${name}</code></th><td>${typeOf(schema)}${hint(choice && `shape ${choice}`, bounds(schema))}${schema.description && prose(schema.description)}</td><td>${required ? 'yes' : 'no'}</td></tr>
`

export const fieldTable = (caption: string, schema: Schema): Html => {
  const rows = [...rowsOf(schema)]
  if (rows.length === 0) return html`<p>${typeOf(schema)}${hint(bounds(schema))}</p>`
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">What it is</th><th scope="col">Needed</th></tr></thead>
<tbody>
${rows.map(fieldRow)}</tbody></table></div>`
}
