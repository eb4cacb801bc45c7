import {defineConfig} from 'vitest/config'

const project = (name: string, include: string[], more: Record<string, unknown> = {}) => ({
  test: {name, include, environment: 'node', ...more},
})

const database = {globalSetup: ['test/support/dynamodb-local.ts'], testTimeout: 60_000, hookTimeout: 120_000}

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      project('unit', ['test/unit/**/*.test.ts']),
      project('property', ['test/property/**/*.test.ts'], {testTimeout: 120_000}),
      project('integration', ['test/integration/**/*.test.ts'], database),
      project('contract', ['test/contract/**/*.test.ts'], {testTimeout: 60_000}),
      project('infra', ['test/infra/**/*.test.ts'], {testTimeout: 120_000}),
      project('e2e', ['test/e2e/**/*.test.ts'], {
        globalSetup: ['test/support/hearth.ts'],
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 180_000,
      }),
    ],
  },
})
