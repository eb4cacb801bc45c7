import {expect, test} from 'vitest'
import {resolve, type Scope} from '../../../local/intrinsics.ts'
import type {Json} from '../../../local/json.ts'

const scope: Scope = {
  where: 'Service/Placements',
  ref: name => `ref-of-${name}`,
  attribute: (id, attribute) => `${attribute}-of-${id}`,
  imported: name => `imported-${name}`,
}

test.each<[string, Json, Json]>([
  ['a plain value stays', {a: [1, 'x', null, true]}, {a: [1, 'x', null, true]}],
  ['Ref', {Ref: 'Table'}, 'ref-of-Table'],
  ['GetAtt as a list', {'Fn::GetAtt': ['Table', 'Arn']}, 'Arn-of-Table'],
  ['GetAtt as text', {'Fn::GetAtt': 'Table.Arn'}, 'Arn-of-Table'],
  ['Join, with others inside', {'Fn::Join': ['/', ['a', {Ref: 'B'}]]}, 'a/ref-of-B'],
  ['Split and Select', {'Fn::Select': [1, {'Fn::Split': ['-', 'a-b-c']}]}, 'b'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
  ['Sub', {'Fn::Sub': 'x-${AWS::Region}-${Table.Arn}-${!kept}'}, 'x-ref-of-AWS::Region-Arn-of-Table-${kept}'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
  ['Sub with its own names', {'Fn::Sub': ['${name}!', {name: {Ref: 'B'}}]}, 'ref-of-B!'],
  ['ImportValue', {'Fn::ImportValue': 'data:Table'}, 'imported-data:Table'],
  ['deep inside', {a: {b: [{Ref: 'C'}]}}, {a: {b: ['ref-of-C']}}],
])('%s', (_, given, expected) => {
  expect(resolve(given, scope)).toEqual(expected)
})

test.each(['Fn::If', 'Fn::FindInMap', 'Fn::Base64', 'Fn::GetAZs', 'Fn::Transform'])(
  'the intrinsic %s is refused, with its name and place',
  name => {
    expect(() => resolve({deep: [{[name]: ['x']}]}, scope)).toThrow(
      `Service/Placements uses the intrinsic ${name}, which the local runtime does not implement.`,
    )
  },
)

test('a malformed intrinsic is refused rather than guessed at', () => {
  expect(() => resolve({'Fn::Join': 'a'}, scope)).toThrow('Service/Placements gives Fn::Join something')
})
