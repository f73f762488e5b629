import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Zalo's SDK is no use in a browser, and larger than all screens together. */
const onlyForZalo = /^sdk\./

/**
 * The preview's service worker with the list of what this build consists of. Its version changes with any of the
 * files or with the page, so a browser fetches a new build whole and never mixes two.
 */
export async function previewWorker(wwwDir: string, page: string): Promise<string> {
  const code = await readFile(join(import.meta.dirname, 'preview-worker.js'), 'utf8')
  const built = await readdir(join(wwwDir, 'assets'))
  const files = built.filter((name) => !onlyForZalo.test(name)).map((name) => `/assets/${name}`)
  files.sort()
  const version = createHash('sha256')
    .update(JSON.stringify([page, files, code]))
    .digest('hex')
    .slice(0, 16)
  return `const version = ${JSON.stringify(version)}, files = ${JSON.stringify(files)}\n${code}`
}
