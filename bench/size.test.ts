import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { judge } from './size/budgets.ts'
import { readBuiltFiles } from './size/files.ts'
import { sizesOf } from './size/sizes.ts'

const root = join(import.meta.dirname, '..')
const sdkMark = '2.51.6'
/** Text that gzip cannot make much smaller than three quarters. */
const noise = (bytes: number) => `/*${randomBytes(bytes).toString('base64')}*/`

const mapDeps =
  '__vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./guide.screen.aaaaaaa1.module.js","./guide.css"])))'
const app: Record<string, string> = {
  'index.html': `<!doctype html><link rel="icon" href="/mark.svg">
    <script type="module" crossorigin src="/assets/index.aaaaaaa0.module.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/shared.aaaaaaa2.module.js">
    <link rel="stylesheet" crossorigin href="/assets/index.css">
    <!-- <script src="/assets/gone.js"></script> -->`,
  'assets/index.aaaaaaa0.module.js': `const ${mapDeps};import{a}from"./shared.aaaaaaa2.module.js";import"./base.aaaaaaa3.module.js";
    p(()=>import(\`./guide.screen.aaaaaaa1.module.js\`),__vite__mapDeps([0,1]));p(()=>import("./sdk.aaaaaaa4.module.js"))`,
  'assets/guide.screen.aaaaaaa1.module.js':
    'import{a}from"./shared.aaaaaaa2.module.js";import{c}from"./card.aaaaaaa5.module.js"',
  'assets/shared.aaaaaaa2.module.js': 'export const a=1',
  'assets/base.aaaaaaa3.module.js': 'export const b=1',
  'assets/sdk.aaaaaaa4.module.js': `export const version="${sdkMark}"`,
  'assets/card.aaaaaaa5.module.js': 'export const c=1',
  'assets/guide.css': '.guide{color:teal}',
  'assets/index.css': 'body{margin:0}',
  'mark.svg': '<svg/>',
}

let www: string
beforeAll(async () => {
  www = await mkdtemp(join(tmpdir(), 'www-'))
})
afterAll(() => rm(www, { recursive: true }))
beforeEach(async () => {
  await rm(www, { recursive: true })
  await put(app)
})

async function put(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(www, name)), { recursive: true })
    await writeFile(join(www, name), text)
  }
}

async function brokenBudgets(contractClient = 5_000): Promise<string[]> {
  const files = await readBuiltFiles(www)
  const verdicts = judge({ files, sizes: sizesOf(files), contractClient, sdkMark })
  return verdicts.filter(({ kept }) => !kept).map(({ budget }) => budget)
}

test('Home is the page with its static imports, a route is what it adds to that', async () => {
  const sizes = sizesOf(await readBuiltFiles(www))
  expect(new Set(sizes.homeFiles)).toEqual(
    new Set([
      'assets/base.aaaaaaa3.module.js',
      'assets/index.aaaaaaa0.module.js',
      'assets/index.css',
      'assets/shared.aaaaaaa2.module.js',
    ]),
  )
  expect(sizes.routes).toEqual([{ name: 'guide.screen', gzipped: expect.any(Number), files: 3 }])
  expect(sizes.others.map(({ name }) => name)).toEqual(['sdk'])
  expect(sizes.unreached).toEqual([])
  expect(await brokenBudgets()).toEqual([])
})

const trespasses: [budget: string, files: Record<string, string>][] = [
  ["Home's first load", { 'assets/base.aaaaaaa3.module.js': noise(100_000) }],
  ["Home's first load", { 'assets/index.css': noise(100_000) }],
  ['Any further route', { 'assets/card.aaaaaaa5.module.js': noise(32_000) }],
  ['Any further route', { 'assets/guide.css': noise(32_000) }],
  ['The whole app', Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.png`, 'x'.repeat(450_000)]))],
  ['The largest file', { 'film.mp4': 'x'.repeat(500_001) }],
  ['zmp-sdk in Home', { 'assets/base.aaaaaaa3.module.js': `export const b="${sdkMark}"` }],
  ['zmp-sdk in Home', { 'assets/sdk.aaaaaaa4.module.js': 'export const version="other"' }],
  ['Every script and style is counted', { 'assets/lost.css': 'p{margin:0}' }],
]

test.for(trespasses)('the budget “%s” bites', async ([budget, files]) => {
  await put(files)
  expect(await brokenBudgets()).toEqual([budget])
})

test('the contract client has a budget', async () => {
  expect(await brokenBudgets(6_001)).toEqual(['The contract client'])
})

test('an import of a file that was not built is an error', async () => {
  await put({ 'assets/base.aaaaaaa3.module.js': 'import"./nowhere.module.js"' })
  await expect(brokenBudgets()).rejects.toThrow('assets/nowhere.module.js')
})

test('the command ends with 1 and names the broken budget', async () => {
  await put({ 'assets/index.css': noise(100_000) })
  const ended = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'bench/size.ts', www], {
    cwd: root,
  })
    .then(() => undefined)
    .catch((error: { code: number; stderr: string }) => error)
  expect(ended?.code).toBe(1)
  expect(ended?.stderr).toContain("Broken size budgets: Home's first load")
})
