import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/** Builds the Mini App as it is shipped; not into `www/`, which belongs to whoever runs the app meanwhile. */
export async function buildPortalPage(folder: string): Promise<string> {
  const outDir = join(folder, 'www')
  await build({ root, logLevel: 'warn', build: { outDir } })
  return outDir
}

const main = `
  import { createElement } from 'react'
  import { createRoot } from 'react-dom/client'
  createRoot(document.getElementById('app')).render(createElement('h1', null, 'Cổng công dân'))
`
const page = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Cổng công dân</title>
    <script type="module" src="./main.js"></script>
  </head>
  <body><div id="app"></div></body>
</html>
`

/** The least page that React can be: a heading. `folder` must lie inside the project, where React is found. */
export async function buildBarePage(folder: string): Promise<string> {
  const source = join(folder, 'bare')
  await mkdir(source, { recursive: true })
  await writeFile(join(source, 'index.html'), page)
  await writeFile(join(source, 'main.js'), main)
  const outDir = join(folder, 'bare-www')
  const modulePreload = { polyfill: false }
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'es2017', modulePreload },
  })
  return outDir
}
