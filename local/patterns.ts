import {CannotStart} from './cannot-start.ts'
import {isObject, type Json, type JsonObject, list} from './json.ts'

type Test = (event: Json | undefined) => boolean

/**
 * An EventBridge event pattern, or the filter of an event source mapping, as a predicate.
 * Operators: exact values, prefix, suffix, equals-ignore-case, anything-but, numeric, exists, $or.
 * Any other is refused by name when the pattern is read, so that a rule never quietly matches something else.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function pattern(source: Json, where: string): Test {
  if (!isObject(source)) return malformed(where, source)
  const tests = Object.entries(source).map(([key, each]) =>
    key === '$or' ? either(each, where) : field(key, each, where),
  )
  return event => tests.every(test => test(event))
}

function either(source: Json, where: string): Test {
  if (!Array.isArray(source)) return malformed(where, source)
  const tests = source.map(each => pattern(each, where))
  return event => tests.some(test => test(event))
}

/** Fields of objects in a list must match within one and the same object of it. */
function field(key: string, source: Json, where: string): Test {
  if (Array.isArray(source)) {
    const tests = source.map(each => value(each, where))
    return event => tests.some(test => test(leaves(isObject(event) ? event[key] : undefined)))
  }
  const nested = pattern(source, where)
  return event => {
    const inner = isObject(event) ? event[key] : undefined
    return Array.isArray(inner) ? inner.some(nested) : nested(inner)
  }
}

type Leaf = string | number | boolean | null
type LeafTest = (values: readonly Leaf[]) => boolean

const isLeaf = (value: Json | undefined): value is Leaf =>
  value !== undefined && !Array.isArray(value) && !isObject(value)
const leaves = (found: Json | undefined): readonly Leaf[] => list(found).filter(isLeaf)

function value(source: Json, where: string): LeafTest {
  if (isLeaf(source)) return values => values.includes(source)
  if (!isObject(source)) return malformed(where, source)
  const [operator, ...others] = Object.keys(source)
  if (operator === undefined || others.length > 0) return malformed(where, source)
  const argument = source[operator]!
  if (operator === 'exists' && typeof argument === 'boolean') return values => values.length > 0 === argument
  const one = single(operator, argument, where)
  return values => values.some(one)
}

function single(operator: string, argument: Json, where: string): (value: Leaf) => boolean {
  switch (operator) {
    case 'prefix':
    case 'suffix':
    case 'equals-ignore-case':
      return textual(operator, argument, where)
    case 'numeric':
      return numeric(argument, where)
    case 'anything-but':
      return anythingBut(argument, where)
    default:
      throw new CannotStart(
        `${where} uses the pattern operator ${operator}, which the local runtime does not implement.`,
      )
  }
}

const TEXTUAL = {
  prefix: (value: string, wanted: string) => value.startsWith(wanted),
  suffix: (value: string, wanted: string) => value.endsWith(wanted),
  'equals-ignore-case': (value: string, wanted: string) => value.toLowerCase() === wanted.toLowerCase(),
}

function textual(operator: keyof typeof TEXTUAL, argument: Json, where: string): (value: Leaf) => boolean {
  if (typeof argument !== 'string') return malformed(where, {[operator]: argument})
  return value => typeof value === 'string' && TEXTUAL[operator](value, argument)
}

function anythingBut(argument: Json, where: string): (value: Leaf) => boolean {
  const excluded = list<Json>(argument).map(each => {
    if (isLeaf(each)) return (value: Leaf) => value === each
    const [operator, ...others] = isObject(each) ? Object.keys(each) : []
    if (others.length > 0 || (operator !== 'prefix' && operator !== 'suffix')) return malformed(where, each)
    return textual(operator, (each as JsonObject)[operator]!, where)
  })
  return value => !excluded.some(test => test(value))
}

const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
}

function numeric(argument: Json, where: string): (value: Leaf) => boolean {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 === 1)
    return malformed(where, argument)
  const tests = Array.from({length: argument.length / 2}, (_, index) => {
    const compare = COMPARISONS[String(argument[2 * index])]
    const limit = argument[2 * index + 1]
    if (compare === undefined || typeof limit !== 'number') return malformed(where, argument)
    return (value: number) => compare(value, limit)
  })
  return value => typeof value === 'number' && tests.every(test => test(value))
}

function malformed(where: string, source: Json): never {
  throw new CannotStart(
    `${where} has a pattern that the local runtime cannot read: ${JSON.stringify(source)}`,
  )
}
