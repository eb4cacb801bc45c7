import type {TestProject} from 'vitest/node'
import {startDatabase} from '../../local/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Endpoint of one in-memory DynamoDB Local; each test file makes a table with a name of its own. */
    dynamodb: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startDatabase(null)
  project.provide('dynamodb', database.endpoint)
  return () => database.stop()
}
