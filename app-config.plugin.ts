import { readFileSync } from 'node:fs'
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/**
 * The platform builds its own page from `www/app-config.json`: our index.html is never uploaded, so
 * every file the first screen needs must stand in these lists.
 */
export function appConfigPlugin(source = 'app-config.json'): Plugin {
  return {
    name: 'app-config',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const { debug: _debug, template: _template, ...kept } = JSON.parse(readFileSync(source, 'utf8'))
        const config = { ...kept, ...listFiles(bundle), pages: [] }
        this.emitFile({ type: 'asset', fileName: 'app-config.json', source: JSON.stringify(config, null, 2) })
      },
    },
  }
}

/** All in load order: what the entry needs stands before what a later screen needs. */
function listFiles(bundle: Bundle) {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const entries = chunks.filter((chunk) => chunk.isEntry)
  const first = entries.flatMap((entry) => importsOf(bundle, entry.fileName))
  const ordered = [...new Set([...first, ...chunks.map((chunk) => chunk.fileName)])]
  const entryNames = entries.map((entry) => entry.fileName)
  return {
    listCSS: listCss(bundle, ordered),
    listSyncJS: entryNames,
    listAsyncJS: [...new Set(first)].filter((name) => !entryNames.includes(name)),
  }
}

function listCss(bundle: Bundle, chunkNames: string[]): string[] {
  const imported = chunkNames.flatMap((name) => {
    const file = bundle[name]
    return file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : []
  })
  const all = Object.keys(bundle).filter((name) => name.endsWith('.css'))
  return [...new Set([...imported, ...all])]
}

/** Static imports, deepest first, the chunk itself last. */
function importsOf(bundle: Bundle, name: string, seen = new Set<string>()): string[] {
  const file = bundle[name]
  if (file?.type !== 'chunk' || seen.has(name)) return []
  seen.add(name)
  return [...file.imports.flatMap((inner) => importsOf(bundle, inner, seen)), name]
}
