import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const oxlint = join(import.meta.dirname, 'node_modules/.bin/oxlint')

/** A file at a place, an import it must not have there. */
const trespasses: [file: string, imported: string][] = [
  ['contract/tips.ts', '#server/app.ts'],
  ['contract/tips.ts', '#src/lib/api.ts'],
  ['contract/tips.ts', '../server/app.ts'],
  ['contract/tips.ts', 'fastify'],
  ['server/app.ts', '#src/lib/api.ts'],
  ['server/app.ts', 'react'],
  ['server/tips/tips.repo.ts', '../news/news.repo.ts'],
  ['server/tips/tips.repo.ts', '../app.ts'],
  ['server/tips/tips.repo.ts', '#server/news/news.repo.ts'],
  ['server/http/serve.ts', '../tips/send-tip.ts'],
  ['server/desk/sign-in.ts', '../tips/tips.repo.ts'],
  ['contract/api.ts', './desk.ts'],
  ['contract/tools.ts', './desk-session.ts'],
  ['src/lib/api.ts', '#contract/desk.ts'],
  ['src/main.tsx', '#server/app.ts'],
  ['src/main.tsx', 'zmp-sdk/apis'],
  ['src/main.tsx', '../server/app.ts'],
  ['src/app/routes.tsx', 'zmp-sdk'],
  ['src/lib/api.ts', '#src/features/tips/tip.store.ts'],
  ['src/lib/api.ts', 'zmp-sdk/apis'],
  ['src/ui/button.tsx', '#src/screens/home.screen.tsx'],
  ['src/ui/button.tsx', '../features/tips/tip.store.ts'],
  ['src/zalo/host.ts', '#src/lib/api.ts'],
  ['src/features/tips/tip-form.tsx', '#src/features/news/latest-news.tsx'],
  ['src/features/tips/tip-form.tsx', '../news/latest-news.tsx'],
  ['src/features/tips/tip-form.tsx', 'zmp-ui'],
  ['src/features/new-one/first.tsx', '#src/screens/home.screen.tsx'],
  ['src/screens/home.screen.tsx', '#src/app/routes.tsx'],
  ['src/screens/home.screen.tsx', './news.screen.tsx'],
  ['src/screens/home.screen.tsx', 'zmp-ui'],
]

/** The ways that are open; a wall that stops these would stop the house. */
const ways: [file: string, imported: string][] = [
  ['server/tips/tips.repo.ts', '../db/database.ts'],
  ['server/tips/tips.repo.ts', '#contract/tips.ts'],
  ['server/tips/tips.repo.ts', '../desk/serve-desk.ts'],
  ['contract/desk.ts', './desk-session.ts'],
  ['server/app.ts', './tips/tips.routes.ts'],
  ['src/screens/home.screen.tsx', '#src/features/news/latest-news.tsx'],
  ['src/features/tips/tip-form.tsx', '#src/ui/button.tsx'],
  ['src/ui/button.tsx', 'zmp-ui'],
  ['src/zalo/sdk.ts', 'zmp-sdk/apis'],
  ['src/screens/home.screen.test.tsx', '#server/testing/start-test-server.ts'],
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'walls-'))
  await cp(join(import.meta.dirname, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
})
afterAll(() => rm(folder, { recursive: true }))

async function restrictedImports(file: string, imported: string): Promise<number> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `import * as other from '${imported}'\n\nexport const it = other\n`)
  const { stdout } = await run(oxlint, ['--format=json', file], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  )
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] }
  return diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).length
}

test.for(trespasses)('%s may not import %s', async ([file, imported]) => {
  expect(await restrictedImports(file, imported)).toBe(1)
})

test.for(ways)('%s may import %s', async ([file, imported]) => {
  expect(await restrictedImports(file, imported)).toBe(0)
})

test('an import cycle is caught', async () => {
  const write = (name: string, other: string) =>
    writeFile(
      join(folder, name),
      `import { value as ${other}Value } from './${other}.ts'\n\nexport const value = ${other}Value\n`,
    )
  await write('one.ts', 'two')
  await write('two.ts', 'one')
  const { stdout } = await run(oxlint, ['one.ts'], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  )
  expect(stdout).toContain('no-cycle')
})
