import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {JsonObject} from '../../../local/json.ts'
import {type Assembly, readAssembly} from '../../../local/template.ts'

function assembly(...templates: readonly JsonObject[]): Assembly {
  const directory = mkdtempSync(join(tmpdir(), 'hearth-template-'))
  for (const [index, template] of templates.entries())
    writeFileSync(join(directory, `Stack${index}.template.json`), JSON.stringify(template))
  return readAssembly(directory, {OidcIssuer: 'https://issuer.example'})
}

const queue = (properties: JsonObject = {}): JsonObject => ({Type: 'AWS::SQS::Queue', Properties: properties})

test('resources of several stacks find each other through exports', () => {
  const {of} = assembly(
    {
      Resources: {Late: queue({QueueName: 'late'})},
      Outputs: {O: {Value: {'Fn::GetAtt': ['Late', 'Arn']}, Export: {Name: 'data:Late'}}},
    },
    {
      Resources: {
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: {State: 'ENABLED', Targets: [{Id: 'x', Arn: {'Fn::ImportValue': 'data:Late'}}]},
        },
      },
    },
  )
  expect(of('AWS::Events::Rule')[0]?.properties['Targets']).toEqual([
    {Id: 'x', Arn: 'arn:aws:sqs:eu-west-2:000000000000:late'},
  ])
})

test('parameters have the value that the runtime gives, or their default', () => {
  const {of} = assembly({
    Parameters: {OidcIssuer: {Type: 'String'}, Size: {Type: 'Number', Default: 3}},
    Resources: {
      Gate: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: {
          AuthorizerType: 'JWT',
          JwtConfiguration: {Issuer: {Ref: 'OidcIssuer'}, Audience: [{Ref: 'Size'}]},
        },
      },
    },
  })
  expect(of('AWS::ApiGatewayV2::Authorizer')[0]?.properties['JwtConfiguration']).toEqual({
    Issuer: 'https://issuer.example',
    Audience: ['3'],
  })
})

describe('what would run otherwise here than deployed is refused by name', () => {
  test.each<[string, JsonObject, string]>([
    [
      'a type of resource',
      {Resources: {Photos: {Type: 'AWS::EFS::FileSystem'}}},
      'Stack0/Photos is a AWS::EFS::FileSystem, which the local runtime does not implement.',
    ],
    ['a property', {Resources: {Late: queue({FifoQueue: true})}}, 'Stack0/Late has FifoQueue'],
    [
      'a value that means something else',
      {Resources: {Api: {Type: 'AWS::ApiGatewayV2::Api', Properties: {ProtocolType: 'WEBSOCKET'}}}},
      'Stack0/Api has ProtocolType: "WEBSOCKET"',
    ],
    [
      'a conditional resource',
      {Resources: {Late: {...queue(), Condition: 'IsLive'}}},
      'Stack0/Late has Condition',
    ],
    ['conditions', {Conditions: {}, Resources: {}}, 'Stack0 has Conditions'],
    [
      'a parameter without a value',
      {Resources: {Late: queue({QueueName: {Ref: 'Who'}})}},
      'refers to Who, which has no value',
    ],
    [
      'an attribute',
      {
        Resources: {
          Late: queue(),
          Rule: {Type: 'AWS::Events::Rule', Properties: {Targets: {'Fn::GetAtt': ['Late', 'Size']}}},
        },
      },
      'Stack0/Rule asks for Late.Size',
    ],
    [
      'an import that nobody exports',
      {Resources: {Late: queue({QueueName: {'Fn::ImportValue': 'x'}})}},
      'imports x',
    ],
  ])('%s', (_, template, message) => {
    expect(() => assembly(template)).toThrow(message)
  })
})

test('what has no effect on one machine is passed over', () => {
  const {of} = assembly({
    Resources: {Key: {Type: 'AWS::KMS::Key', Properties: {KeyPolicy: {'Fn::If': ['a', 'b', 'c']}}}},
  })
  expect(of('AWS::KMS::Key')).toEqual([])
})
