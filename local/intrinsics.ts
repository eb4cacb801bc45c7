import {CannotStart} from './cannot-start.ts'
import {isObject, type Json} from './json.ts'

/** What the intrinsics of one stack's template can refer to. */
export interface Scope {
  /** Whose values are being resolved, for messages. */
  readonly where: string
  ref(name: string): Json
  attribute(logicalId: string, attribute: string): Json
  imported(exportName: string): Json
}

/** The value with every intrinsic function in it worked out. One that is not implemented is refused by name. */
export function resolve(value: Json, scope: Scope): Json {
  if (Array.isArray(value)) return value.map(each => resolve(each, scope))
  if (!isObject(value)) return value
  const [name, ...others] = Object.keys(value)
  if (others.length === 0 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::')))
    return call(name, value[name]!, scope)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each, scope)]))
}

function call(name: string, given: Json, scope: Scope): Json {
  const argument = name === 'Fn::Sub' || name === 'Fn::GetAtt' ? given : resolve(given, scope)
  switch (name) {
    case 'Ref':
      return scope.ref(text(argument, name, scope))
    case 'Fn::GetAtt':
      return getAttribute(argument, scope)
    case 'Fn::ImportValue':
      return scope.imported(text(argument, name, scope))
    case 'Fn::Join': {
      const [separator, parts] = pair(argument, name, scope)
      return texts(parts, name, scope).join(text(separator, name, scope))
    }
    case 'Fn::Split': {
      const [separator, whole] = pair(argument, name, scope)
      return text(whole, name, scope).split(text(separator, name, scope))
    }
    case 'Fn::Select': {
      const [index, from] = pair(argument, name, scope)
      return (Array.isArray(from) ? from[Number(index)] : undefined) ?? malformed(name, scope)
    }
    case 'Fn::Sub':
      return substitute(argument, scope)
    default:
      throw new CannotStart(
        `${scope.where} uses the intrinsic ${name}, which the local runtime does not implement.`,
      )
  }
}

function getAttribute(argument: Json, scope: Scope): Json {
  const [logicalId, ...path] =
    typeof argument === 'string' ? argument.split('.') : texts(argument, 'Fn::GetAtt', scope)
  return scope.attribute(logicalId ?? malformed('Fn::GetAtt', scope), path.join('.'))
}

/** `${Name}`, `${Name.Attribute}` and, unchanged but for the mark, `${!Literal}`. */
function substitute(argument: Json, scope: Scope): string {
  const [template, own] = Array.isArray(argument) ? argument : [argument, {}]
  const variables = isObject(own) ? own : {}
  return text(template, 'Fn::Sub', scope).replace(
    /\$\{(!?)([^}]+)\}/g,
    (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`
      const variable = variables[name]
      if (variable !== undefined) return String(resolve(variable, scope))
      return String(name.includes('.') ? getAttribute(name, scope) : scope.ref(name))
    },
  )
}

function text(value: Json | undefined, name: string, scope: Scope): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : malformed(name, scope)
}

function texts(value: Json, name: string, scope: Scope): readonly string[] {
  return Array.isArray(value) ? value.map(each => text(each, name, scope)) : malformed(name, scope)
}

function pair(value: Json, name: string, scope: Scope): readonly [Json, Json] {
  return Array.isArray(value) && value.length === 2 ? [value[0]!, value[1]!] : malformed(name, scope)
}

function malformed(name: string, scope: Scope): never {
  throw new CannotStart(`${scope.where} gives ${name} something that the local runtime cannot read.`)
}
