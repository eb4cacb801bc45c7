import {Template} from 'aws-cdk-lib/assertions'
import {hearthApp} from '../../infra/app.ts'
import type {DataStack} from '../../infra/data-stack.ts'
import type {ServiceStack} from '../../infra/service-stack.ts'

// biome-ignore lint/suspicious/noExplicitAny: a synthesised template is untyped JSON, and each test says what it expects of it
export type Json = any

const app = hearthApp({context: {'aws:cdk:bundling-stacks': []}})
const stack = (id: string) => app.node.findChild(id)

export const dataStack = stack('HearthData') as DataStack
export const serviceStack = stack('HearthService') as ServiceStack
export const data = Template.fromStack(dataStack)
export const service = Template.fromStack(serviceStack)

/** The resources of a type, by logical id, without their wrapping. */
export function properties(template: Template, type: string): readonly [string, Json][] {
  return Object.entries(template.findResources(type)).map(([id, {Properties}]) => [id, Properties])
}
