import {describe, expect, test} from 'vitest'
import type {Json, JsonObject} from '../../../local/json.ts'
import {type Permissions, permissions} from '../../../local/permissions.ts'
import type {Resource} from '../../../local/template.ts'

const resource = (id: string, type: string, properties: JsonObject): Resource => ({
  id,
  type,
  name: id,
  arn: `arn:${id}`,
  properties,
})

/** One function, `Place`, whose role has these statements in a policy that is attached to it. */
function roleWith(...Statement: readonly Json[]): Permissions {
  const resources = [
    resource('Place', 'AWS::Lambda::Function', {Role: 'arn:PlaceRole'}),
    resource('PlaceRole', 'AWS::IAM::Role', {}),
    resource('Policy', 'AWS::IAM::Policy', {Roles: ['PlaceRole'], PolicyDocument: {Statement}}),
  ]
  return permissions({directory: '', of: (...types) => resources.filter(({type}) => types.includes(type))})
}

const allow = (Action: Json, Resource: Json): JsonObject => ({Effect: 'Allow', Action, Resource})
const QUERY = 'dynamodb:Query'

describe('a role', () => {
  test('allows what a statement names, and nothing else', () => {
    const role = roleWith(allow(QUERY, 'arn:table'))
    expect(role.allows('Place', QUERY, 'arn:table')).toBe(true)
    expect(role.allows('Place', QUERY, 'arn:table/index/related')).toBe(false)
    expect(role.allows('Place', 'dynamodb:GetItem', 'arn:table')).toBe(false)
    expect(role.allows('Other', QUERY, 'arn:table')).toBe(false)
  })

  test('allows by wildcards, whose dots and brackets are no more than themselves', () => {
    const role = roleWith(allow('dynamodb:Get*', ['arn:table/index/*', 'arn:a.b?']))
    expect(role.allows('Place', 'dynamodb:GetItem', 'arn:table/index/related')).toBe(true)
    expect(role.allows('Place', 'dynamodb:getitem', 'arn:a.bc')).toBe(true)
    expect(role.allows('Place', 'dynamodb:GetItem', 'arn:axbc')).toBe(false)
  })

  test('denies what any statement denies', () => {
    const role = roleWith(allow('dynamodb:*', '*'), {Effect: 'Deny', Action: 'dynamodb:Scan', Resource: '*'})
    expect(role.allows('Place', 'dynamodb:Scan', 'arn:table')).toBe(false)
    expect(role.allows('Place', QUERY, 'arn:table')).toBe(true)
  })

  test.each(['Condition', 'NotAction', 'NotResource'])(
    'with a %s is refused by name, since it would be misread',
    key => {
      expect(() => roleWith({...allow(QUERY, '*'), [key]: {}})).toThrow(
        `PlaceRole has a statement with ${key}`,
      )
    },
  )

  test('may have a condition on what no call on one machine can reach', () => {
    expect(() => roleWith({...allow('kms:Decrypt', '*'), Condition: {}})).not.toThrow()
  })
})

test('the ledger counts each action on each resource, and says why some cannot be used here', () => {
  const role = roleWith(allow([QUERY, 'dynamodb:GetItem'], 'arn:table'), allow('kms:Decrypt', 'arn:key'))
  role.allows('Place', QUERY, 'arn:table')
  role.allows('Place', 'dynamodb:Scan', 'arn:table')
  role.allows('Place', 'dynamodb:Scan', 'arn:table')
  const access = (action: string, on: string) => ({function: 'Place', action, resource: on})
  expect(role.ledger()).toEqual({
    used: [access(QUERY, 'arn:table')],
    unused: [access('dynamodb:GetItem', 'arn:table')],
    denied: [access('dynamodb:Scan', 'arn:table')],
    notExercisable: [{...access('kms:Decrypt', 'arn:key'), reason: 'nothing here is encrypted'}],
  })
})
