import { posix } from 'node:path'
import type { BuiltFiles } from './files.ts'

/** A part of the app that is fetched when it is first wanted. */
export interface LatePart {
  file: string
  /** Scripts and styles that come with it, without their own imports. */
  files: string[]
}

const staticImport = /\b(?:import|from)\s*["'`](\.[^"'`]+)["'`]/g
const lateImport = /\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g
/** A script that runs beside the page, addressed relative to the one that starts it. */
const worker = /\bnew URL\(\s*["'`]([^"'`]+\.js)["'`]\s*,\s*import\.meta\.url/g
/** The bundler's list of what a late import needs, and each import's places in it. */
const neededList = /__vite__mapDeps=.*?\.f=(\[[^\]]*\])/s
const neededPlaces = /__vite__mapDeps\((\[[\d,\s]*\])\)/

/** What the page itself names: scripts, preloaded modules and styles. */
export function filesOfPage(html: string): string[] {
  const tags = html.replaceAll(/<!--.*?-->/gs, '').match(/<(?:script|link)\b[^>]*>/g) ?? []
  const wanted = tags.filter((tag) => /^<script|rel="(?:modulepreload|stylesheet|preload)"/.test(tag))
  return wanted.flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1]?.replace(/^\.?\//, '') ?? [])
}

/** The files with everything that they import statically. */
export function withImports(files: BuiltFiles, names: Iterable<string>): Set<string> {
  const reached = new Set<string>()
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue
    const file = files.get(name)
    if (!file) throw new Error(`${name} is asked for, but was not built`)
    reached.add(name)
    if (name.endsWith('.js')) open.push(...importedBy(name, file.text))
  }
  return reached
}

const importedBy = (name: string, text: string) =>
  [...text.matchAll(staticImport)].map(([, path]) => resolved(name, path))

const resolved = (from: string, path = '') => posix.join(posix.dirname(from), path)

/** Everything that a script fetches later, with the styles that the bundler fetches along. */
export function lateParts(name: string, text: string): LatePart[] {
  const list = neededList.exec(text)?.[1]
  const needed = list ? (JSON.parse(list.replaceAll(/['`]/g, '"')) as string[]) : []
  const imports = [...text.matchAll(lateImport)]
  const workers = [...text.matchAll(worker)].map(([, path]) => resolved(name, path))
  return [...imports.map(partOf), ...workers.map((file) => ({ file, files: [file] }))]

  function partOf(match: RegExpExecArray, index: number): LatePart {
    const file = resolved(name, match[1])
    const rest = text.slice(match.index, imports[index + 1]?.index)
    const places = JSON.parse(neededPlaces.exec(rest)?.[1] ?? '[]') as number[]
    return { file, files: [file, ...places.map((place) => resolved(name, needed[place]))] }
  }
}
