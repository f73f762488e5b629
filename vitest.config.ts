import { configDefaults, defineConfig } from 'vitest/config'

const onRealServer = Boolean(process.env.TEST_DATABASE_URL)

export default defineConfig({
  test: {
    reporters: process.env.TEST_REPORT
      ? ['default', ['json', { outputFile: process.env.TEST_REPORT }]]
      : ['default'],
    globalSetup: ['./server/testing/database-setup.ts'],
    // All cores: the default leaves one to a machine that has only two.
    maxWorkers: '100%',
    // Ends what hangs. How fast things are is for the bench to say.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          // Files share the modules of their worker: loading the server anew for each takes longer than most of its tests.
          isolate: false,
          include: ['*.test.ts', '{contract,server,content,bench}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...(onRealServer ? ['**/*.embedded.test.ts'] : [])],
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          environment: 'happy-dom',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: ['./src/testing/setup.ts'],
          server: { deps: { inline: ['zmp-ui'] } },
        },
      },
    ],
  },
})
