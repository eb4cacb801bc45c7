import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

const installed = Object.keys(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)

test.each(['@smithy/core', '@aws-sdk/core', '@aws-lambda-powertools/commons', 'zod'])(
  'there is one copy of %s, so that no bundle carries two',
  name => {
    expect(installed.filter(path => path.endsWith(`node_modules/${name}`))).toEqual([`node_modules/${name}`])
  },
)
