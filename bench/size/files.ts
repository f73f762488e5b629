import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface BuiltFile {
  bytes: number
  gzipped: number
  /** Scripts, styles and pages only. */
  text: string
}

export type BuiltFiles = ReadonlyMap<string, BuiltFile>

/** Every file of a built folder by its path inside it, written with slashes. */
export async function readBuiltFiles(folder: string): Promise<BuiltFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = await Promise.all(
    paths.map(async (path) => [nameIn(folder, path), await read(path)] as const),
  )
  return new Map(files)
}

const nameIn = (folder: string, path: string) =>
  path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '')

async function read(path: string): Promise<BuiltFile> {
  const content = await readFile(path)
  const text = /\.(?:js|css|html)$/.test(path) ? content.toString('utf8') : ''
  return { bytes: content.length, gzipped: gzipSync(content, { level: 9 }).length, text }
}
