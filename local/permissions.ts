import {CannotStart} from './cannot-start.ts'
import {isObject, type Json, type JsonObject, list} from './json.ts'
import type {Assembly, Resource} from './template.ts'

/** An action on a resource: as a role grants it, with its wildcards, or as a function called for it. */
export interface Access {
  readonly function: string
  readonly action: string
  readonly resource: string
}

/** What functions may do, did, and were refused. After a whole test run, `denied` and `unused` are empty. */
export interface Ledger {
  readonly used: readonly Access[]
  readonly unused: readonly Access[]
  readonly denied: readonly Access[]
  /** Needed when deployed, but nothing on one machine calls for it. */
  readonly notExercisable: readonly (Access & {readonly reason: string})[]
}

export interface Permissions {
  /** Logical ids of the functions. */
  readonly callers: ReadonlySet<string>
  /** Whether the function's own role allows the action on the resource; the ledger notes it either way. */
  allows(caller: string, action: string, resource: string): boolean
  ledger(): Ledger
}

const NOT_EXERCISABLE: readonly {readonly actions: RegExp; readonly reason: string}[] = [
  {actions: /^kms:/, reason: 'nothing here is encrypted'},
  {actions: /^logs:/, reason: 'log lines go to a file'},
  {actions: /^xray:/, reason: 'calls are not traced'},
  {actions: /^dynamodb:ListStreams$/, reason: 'AWS asks for it; a mapping names its stream'},
  {
    actions: /^sqs:SendMessage$/,
    reason: 'Lambda itself sends what was given up, in the name of the function',
  },
]

interface Grant extends Access {
  readonly effect: 'Allow' | 'Deny'
  covers(action: string, resource: string): boolean
}

/** Every function's permissions, as the roles and policies of the template give them. */
export function permissions(assembly: Assembly): Permissions {
  const functions = assembly.of('AWS::Lambda::Function')
  const grants = functions.flatMap(fn => grantsOf(assembly, fn))
  const used = new Set<Grant>()
  const denied = new Map<string, Access>()
  return {
    callers: new Set(functions.map(({id}) => id)),
    allows(caller, action, resource) {
      const matching = grants.filter(grant => grant.function === caller && grant.covers(action, resource))
      const allowed = matching.length > 0 && matching.every(({effect}) => effect === 'Allow')
      if (allowed) for (const grant of matching) used.add(grant)
      else denied.set(`${caller} ${action} ${resource}`, {function: caller, action, resource})
      return allowed
    },
    ledger: () => ledger(grants, used, [...denied.values()]),
  }
}

function ledger(grants: readonly Grant[], used: ReadonlySet<Grant>, denied: readonly Access[]): Ledger {
  const allowed = grants.filter(({effect}) => effect === 'Allow')
  const entry = ({function: caller, action, resource}: Grant): Access => ({
    function: caller,
    action,
    resource,
  })
  const reason = ({action}: Grant) => NOT_EXERCISABLE.find(({actions}) => actions.test(action))?.reason
  const idle = allowed.filter(grant => !used.has(grant))
  return {
    used: allowed.filter(grant => used.has(grant)).map(entry),
    unused: idle.filter(grant => reason(grant) === undefined).map(entry),
    notExercisable: idle.flatMap(grant => {
      const why = reason(grant)
      return why === undefined ? [] : [{...entry(grant), reason: why}]
    }),
    denied,
  }
}

function grantsOf(assembly: Assembly, fn: Resource): readonly Grant[] {
  const role = assembly.of('AWS::IAM::Role').find(({arn}) => arn === fn.properties['Role'])
  if (role === undefined) throw new CannotStart(`${fn.id} has no role of its own in the template.`)
  const attached = assembly
    .of('AWS::IAM::Policy')
    .filter(({properties}) => list(properties['Roles']).includes(role.name))
    .map(({properties}) => properties)
  return [...list(role.properties['Policies']), ...attached].flatMap(policy => {
    const document = isObject(policy) ? policy['PolicyDocument'] : undefined
    const statements = isObject(document) ? list(document['Statement']) : []
    return statements.flatMap(each => readStatement(each, fn.id, role.id))
  })
}

function readStatement(source: Json, caller: string, role: string): readonly Grant[] {
  const given = source as JsonObject
  const actions = list(given['Action']).map(String)
  const understood = ['Sid', 'Effect', 'Action', 'Resource']
  if (actions.every(action => action.startsWith('kms:'))) understood.push('Condition')
  for (const key of Object.keys(given))
    if (!understood.includes(key))
      throw new CannotStart(
        `${role} has a statement with ${key}, which the local runtime does not implement.`,
      )
  const effect = given['Effect'] === 'Deny' ? 'Deny' : 'Allow'
  return actions.flatMap(action =>
    list(given['Resource'])
      .map(String)
      .map(resource => grant(effect, {function: caller, action, resource})),
  )
}

function grant(effect: Grant['effect'], access: Access): Grant {
  const action = glob(access.action, 'i')
  const resource = glob(access.resource)
  return {...access, effect, covers: (called, on) => action.test(called) && resource.test(on)}
}

/** IAM's wildcards: * for any characters, ? for one. */
export const glob = (source: string, flags = ''): RegExp =>
  new RegExp(
    `^${source
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    flags,
  )
