import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface AppConfig {
  app: { title: string }
  listCSS: string[]
  listSyncJS: string[]
  listAsyncJS: string[]
}

export function readAppConfig(wwwDir: string): AppConfig {
  return JSON.parse(readFileSync(join(wwwDir, 'app-config.json'), 'utf8'))
}

/** The page that Zalo generates: our index.html is never uploaded, only `#app` and the lists are there. */
export function platformPage(config: AppConfig, base: string): string {
  const css = config.listCSS.map((file) => `<link rel="stylesheet" href="${base}/${file}">`)
  const script = (file: string, how: string) => {
    const type = file.endsWith('.module.js') ? ' type="module"' : ''
    return `<script${type}${how} src="${base}/${file}"></script>`
  }
  const scripts = [
    ...config.listAsyncJS.map((file) => script(file, ' async')),
    ...config.listSyncJS.map((file) => script(file, '')),
  ]
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${config.app.title}</title>
${css.join('\n')}
</head>
<body>
<div id="app"></div>
${scripts.join('\n')}
</body>
</html>`
}
