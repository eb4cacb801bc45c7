import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {CannotStart} from './cannot-start.ts'
import {resolve, type Scope} from './intrinsics.ts'
import {isObject, type Json, type JsonObject} from './json.ts'
import {checkProperties, checkResource, isWired} from './supported.ts'

export const REGION = 'eu-west-2'
export const ACCOUNT = '000000000000'

/** A resource of any stack, its properties resolved. */
export interface Resource {
  /** The logical id. */
  readonly id: string
  readonly type: string
  readonly name: string
  readonly arn: string
  readonly properties: JsonObject
}

export interface Assembly {
  readonly directory: string
  /** Every resource of these types, in the order of the templates. */
  of(...types: readonly string[]): readonly Resource[]
}

interface Stack {
  readonly name: string
  readonly resources: Readonly<Record<string, JsonObject>>
  readonly outputs: Readonly<Record<string, JsonObject>>
  readonly parameters: Readonly<Record<string, JsonObject>>
}

interface App {
  readonly stacks: readonly Stack[]
  /** Values for the templates' parameters. */
  readonly settings: Readonly<Record<string, string>>
}

/** Reads every stack's template in a cloud assembly; refuses what the runtime does not implement. */
export function readAssembly(directory: string, settings: Readonly<Record<string, string>>): Assembly {
  const stacks = readdirSync(directory)
    .filter(file => file.endsWith('.template.json'))
    .sort()
    .map(file => readStack(join(directory, file), file.replace('.template.json', '')))
  if (stacks.length === 0) throw new CannotStart(`There is no synthesised template in ${directory}.`)
  const app = {stacks, settings}
  const resources = stacks.flatMap(stack =>
    Object.keys(stack.resources)
      .filter(id => isWired(typeOf(stack, id)))
      .map(id => readResource(app, stack, id)),
  )
  const twice = resources.find(({id}, index) => resources.findIndex(other => other.id === id) !== index)
  if (twice)
    throw new CannotStart(`Two stacks have a resource ${twice.id}: functions are told apart by this name.`)
  return {directory, of: (...types) => resources.filter(({type}) => types.includes(type))}
}

function readStack(path: string, name: string): Stack {
  const template = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, JsonObject>>
  const section = (key: string) => (template[key] ?? {}) as Readonly<Record<string, JsonObject>>
  for (const key of ['Transform', 'Mappings', 'Conditions'])
    if (template[key] !== undefined)
      throw new CannotStart(`${name} has ${key}, which the local runtime does not implement.`)
  const resources = section('Resources')
  for (const [id, resource] of Object.entries(resources)) checkResource(`${name}/${id}`, resource)
  return {name, resources, outputs: section('Outputs'), parameters: section('Parameters')}
}

function readResource(app: App, stack: Stack, id: string): Resource {
  const where = `${stack.name}/${id}`
  const type = typeOf(stack, id)
  const properties = resolve(stack.resources[id]?.['Properties'] ?? {}, scopeOf(app, stack, where))
  if (!isObject(properties)) throw new CannotStart(`${where} has properties that cannot be read.`)
  checkProperties(where, type, properties)
  const name = nameOf(app, stack, id)
  return {id, type, name, arn: arnOf(type, name), properties}
}

function scopeOf(app: App, stack: Stack, where: string): Scope {
  return {
    where,
    ref: name => reference(app, stack, name, where),
    attribute: (id, attribute) => attributeOf(app, stack, id, attribute, where),
    imported: name => imported(app, name, where),
  }
}

function reference(app: App, stack: Stack, name: string, where: string): string {
  if (stack.resources[name]) {
    const own = nameOf(app, stack, name)
    return typeOf(stack, name) === 'AWS::SQS::Queue'
      ? `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${own}`
      : own
  }
  const value = PSEUDO[name] ?? app.settings[name] ?? stack.parameters[name]?.['Default']
  if (value === undefined) throw new CannotStart(`${where} refers to ${name}, which has no value.`)
  return String(value)
}

function attributeOf(app: App, stack: Stack, id: string, attribute: string, where: string): string {
  const arn = arnOf(typeOf(stack, id), nameOf(app, stack, id))
  if (attribute === 'Arn') return arn
  if (attribute === 'StreamArn') return streamOf(arn)
  throw new CannotStart(`${where} asks for ${id}.${attribute}, which the local runtime does not know.`)
}

function imported({stacks, settings}: App, name: string, where: string): Json {
  for (const stack of stacks)
    for (const [id, output] of Object.entries(stack.outputs)) {
      const scope = scopeOf({stacks, settings}, stack, `${stack.name}/${id}`)
      const exported = output['Export']
      if (isObject(exported) && resolve(exported['Name'] ?? null, scope) === name)
        return resolve(output['Value'] ?? null, scope)
    }
  throw new CannotStart(`${where} imports ${name}, which no stack exports.`)
}

/** The name that the template gives, or one made as CloudFormation would, from the stack and the logical id. */
function nameOf(app: App, stack: Stack, id: string): string {
  const properties = stack.resources[id]?.['Properties']
  const own = isObject(properties) ? properties[NAMED_BY[typeOf(stack, id)] ?? ''] : undefined
  const where = `${stack.name}/${id}`
  if (own !== undefined) return String(resolve(own, scopeOf(app, stack, where)))
  const made = `${stack.name}-${id}`
  return typeOf(stack, id) === 'AWS::S3::Bucket' ? made.toLowerCase() : made
}

const typeOf = (stack: Stack, id: string): string => String(stack.resources[id]?.['Type'])

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Region': REGION,
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
}

const NAMED_BY: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::S3::Bucket': 'BucketName',
}

const ARNS: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': `dynamodb:${REGION}:${ACCOUNT}:table/`,
  'AWS::DynamoDB::Table': `dynamodb:${REGION}:${ACCOUNT}:table/`,
  'AWS::Lambda::Function': `lambda:${REGION}:${ACCOUNT}:function:`,
  'AWS::SQS::Queue': `sqs:${REGION}:${ACCOUNT}:`,
  'AWS::Events::EventBus': `events:${REGION}:${ACCOUNT}:event-bus/`,
  'AWS::Events::Rule': `events:${REGION}:${ACCOUNT}:rule/`,
  'AWS::IAM::Role': `iam::${ACCOUNT}:role/`,
  'AWS::S3::Bucket': 's3:::',
}

const arnOf = (type: string, name: string): string =>
  `arn:aws:${ARNS[type] ?? `${type.split('::')[1]?.toLowerCase()}:${REGION}:${ACCOUNT}:`}${name}`

/** DynamoDB Local names streams otherwise, by the time of their making; this is how templates know them here. */
export const streamOf = (tableArn: string): string => `${tableArn}/stream/local`

/** The directory that CDK would zip and upload as this function's code. */
export function codeOf(assembly: Assembly, fn: Resource): string {
  const code = fn.properties['Code']
  const key = isObject(code) ? String(code['S3Key']) : ''
  const directory = join(assembly.directory, `asset.${key.replace(/\.zip$/, '')}`)
  if (!existsSync(directory)) throw new CannotStart(`The bundle of ${fn.id} is not at ${directory}.`)
  return directory
}
