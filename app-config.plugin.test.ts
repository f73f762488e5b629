import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appConfigPlugin } from './app-config.plugin.ts'

const root = mkdtempSync(join(tmpdir(), 'app-config-'))
const www = join(root, 'www')

beforeAll(async () => {
  mkdirSync(join(root, 'src'))
  const files = {
    'index.html': '<div id="app"></div><script type="module" src="/src/main.js"></script>',
    'app-config.json':
      '{"app":{"title":"Thử","own":1},"debug":true,"template":{"oaID":"1"},"listCSS":["old.css"]}',
    'src/main.js': "import './main.css'; import { a } from './shared.js'; a; import('./lazy.js')",
    'src/shared.js': "import './shared.css'; export const a = document.title",
    'src/lazy.js': "import './lazy.css'; import { a } from './shared.js'; document.body.append(a)",
    'src/main.css': 'body { color: red }',
    'src/shared.css': 'p { color: blue }',
    'src/lazy.css': 'i { color: green }',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    base: './',
    plugins: [appConfigPlugin(join(root, 'app-config.json'))],
    build: {
      outDir: www,
      rolldownOptions: {
        output: {
          entryFileNames: 'assets/[name].[hash].module.js',
          chunkFileNames: 'assets/[name].[hash].module.js',
          codeSplitting: { groups: [{ name: 'shared', test: /shared\.js/ }] },
        },
      },
    },
  })
})

afterAll(() => rmSync(root, { recursive: true }))

function readConfig() {
  return JSON.parse(readFileSync(join(www, 'app-config.json'), 'utf8'))
}

test('the window settings are kept, what only the tools need is dropped', () => {
  const config = readConfig()
  expect(config.app).toEqual({ title: 'Thử', own: 1 })
  expect(new Set(Object.keys(config))).toEqual(
    new Set(['app', 'listCSS', 'listSyncJS', 'listAsyncJS', 'pages']),
  )
  expect(config.pages).toEqual([])
})

test('scripts are the entry and the chunks it imports, under names the platform accepts', () => {
  const { listSyncJS, listAsyncJS } = readConfig()
  expect(listSyncJS).toEqual([expect.stringMatching(/^assets\/index\..+\.module\.js$/)])
  expect(listAsyncJS).toContainEqual(expect.stringMatching(/^assets\/shared\..+\.module\.js$/))
  expect(listAsyncJS).not.toContainEqual(expect.stringContaining('lazy'))
})

test('every style sheet is listed, those of later screens last', () => {
  const { listCSS } = readConfig()
  const onDisk = readdirSync(join(www, 'assets')).filter((name) => name.endsWith('.css'))
  expect(listCSS).toHaveLength(onDisk.length)
  expect(new Set(listCSS)).toEqual(new Set(onDisk.map((name) => `assets/${name}`)))
  expect(listCSS.at(-1)).toContain('lazy')
})
