import {fieldTable, type Schema, typeOf} from './fields.ts'
import {type Html, html, prose} from './html.ts'
import {page} from './page.ts'
import {type ResponseOr, responseIn} from './responses.ts'

interface Content {
  readonly schema?: Schema
  readonly example?: unknown
}
interface Response {
  readonly description: string
  readonly content?: Readonly<Record<string, Content>>
}
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly security: readonly {readonly token: readonly string[]}[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: Schema
    readonly description?: string
  }[]
  readonly requestBody?: {readonly content: Readonly<Record<string, Content>>}
  readonly responses: Readonly<Record<string, ResponseOr<Response>>>
}
export interface Contract {
  readonly info: {readonly description: string}
  readonly tags: readonly {readonly name: string; readonly description: string}[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, Response>>
  }
}

interface Entry extends Omit<Operation, 'responses'> {
  readonly method: string
  readonly path: string
  readonly responses: readonly (readonly [status: string, Response])[]
}

const entriesOf = (contract: Contract): readonly Entry[] =>
  Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method,
      path,
      responses: Object.entries(operation.responses).map(
        ([status, response]) => [status, responseIn(contract, response)] as const,
      ),
    })),
  )

const heading = ({method, path}: Entry) =>
  html`<span class="method ${method}">${method.toUpperCase()}</span><code>${path}</code>`

const example = (title: string, content: Content | undefined): Html | false =>
  content?.example !== undefined &&
  html`<details><summary>${title}</summary><pre tabindex="0">${JSON.stringify(content.example, null, 2)}</pre></details>`

function operationSection(entry: Entry): Html {
  const scopes = entry.security.flatMap(({token}) => token)
  const sent = entry.requestBody?.content['application/json']
  const parameters: Schema = {
    properties: Object.fromEntries(
      (entry.parameters ?? []).map(({name, in: part, schema}) => [
        name,
        {...schema, description: `In the ${part}. ${schema.description ?? ''}`},
      ]),
    ),
    required: (entry.parameters ?? []).filter(({required}) => required).map(({name}) => name),
  }
  return html`
<h3 id="${entry.operationId}">${entry.summary}</h3>
<p>${heading(entry)}</p>
${entry.description && prose(entry.description)}
<p class="hint">${scopes.length > 0 ? `Needs the scope ${scopes.join(' or ')}.` : 'Open to all.'}</p>
${entry.parameters && fieldTable('Parameters', parameters)}
${sent?.schema && html`<h4>Send</h4><p>${typeOf(sent.schema)}</p>`}
${example('Example of a request', sent)}
<h4>Answers</h4>
<ul>
${entry.responses.map(
  ([
    status,
    {description, content},
  ]) => html`<li><strong>${status}</strong> ${shownAs(content)}${prose(description)}</li>
`,
)}</ul>
${entry.responses.map(([, {content}]) => [
  example('Example of an answer', content?.['application/json']),
  example('Example of a problem', content?.['application/problem+json']),
])}`
}

const shownAs = (content: Readonly<Record<string, Content>> | undefined) =>
  Object.values(content ?? {}).map(({schema}) => schema && typeOf(schema))

/** The contract as a page to read: contents, every operation, every shape with its fields. */
export function referencePage(contract: Contract) {
  const entries = entriesOf(contract)
  const shapes = Object.entries(contract.components.schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return page(
    'The API',
    html`
${prose(contract.info.description)}
<p>The same, for machines: <a href="/v1/openapi.json">OpenAPI 3.1</a>.</p>
<nav aria-label="Operations"><ul>
${entries.map(
  entry => html`<li><a href="#${entry.operationId}">${entry.summary}</a></li>
`,
)}<li><a href="#shapes">Shapes</a></li></ul></nav>
${contract.tags.map(
  tag => html`<h2 id="tag-${tag.name}">${tag.name[0]!.toUpperCase() + tag.name.slice(1)}</h2>
<p>${tag.description}</p>
${entries.filter(({tags}) => tags.includes(tag.name)).map(operationSection)}`,
)}
<h2 id="shapes">Shapes</h2>
${shapes.map(
  ([name, schema]) => html`
<h3 id="shape-${name}">${name}</h3>
${schema.description && prose(schema.description)}
${fieldTable(`Fields of ${name}`, schema)}`,
)}`,
  )
}
