import { defineConfig } from 'vitest/config'

/** Journeys in a real browser: one at a time, because they share a machine with the server under test. */
export default defineConfig({
  test: {
    reporters: process.env.TEST_REPORT
      ? ['default', ['json', { outputFile: process.env.TEST_REPORT }]]
      : ['default'],
    name: 'e2e',
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['./e2e/setup.ts'],
    fileParallelism: false,
    // A screen under test mostly waits for its own transitions and timeouts.
    maxConcurrency: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
