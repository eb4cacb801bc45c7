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

function bounds({minimum, maximum, minItems, maxItems, maxLength, default: preset}: Schema): string {
  return [
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `to ${maximum}`,
    minItems !== undefined && `at least ${minItems}`,
    maxItems !== undefined && `at most ${maxItems}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    preset !== undefined && `default ${JSON.stringify(preset)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

interface Row {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
}

/** Every field of an object with those of the objects inside it, by dotted name; alternatives one after another. */
export function* rowsOf(schema: Schema, under = ''): Generator<Row> {
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const row = {name: `${under}${name}`, schema: inner, required: schema.required?.includes(name) ?? false}
    yield row
    yield* rowsWithin(inner, row.name)
  }
  for (const choice of schema.oneOf ?? schema.anyOf ?? []) yield* rowsOf(choice, under)
}

function rowsWithin(schema: Schema, name: string): Generator<Row> {
  return schema.items ? rowsWithin(schema.items, `${name}[]`) : rowsOf(schema, `${name}.`)
}

export const fieldTable = (caption: string, schema: Schema): Html => {
  const rows = [...rowsOf(schema)]
  if (rows.length === 0) return html`<p>${typeOf(schema)} <span class="hint">${bounds(schema)}</span></p>`
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">What it is</th><th scope="col">Needed</th></tr></thead>
<tbody>
${rows.map(
  ({
    name,
    schema: field,
    required,
  }) => html`<tr><th scope="row"><code>${name}</code></th><td>${typeOf(field)} <span class="hint">${bounds(field)}</span>${field.description && prose(field.description)}</td><td>${required ? 'yes' : 'no'}</td></tr>
`,
)}</tbody></table></div>`
}
