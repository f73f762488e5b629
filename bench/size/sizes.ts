import { posix } from 'node:path'
import type { BuiltFiles } from './files.ts'
import { filesOfPage, lateParts, withImports } from './graph.ts'

export interface Part {
  name: string
  /** Bytes of script and style, gzipped, beyond what Home has loaded. */
  gzipped: number
  files: number
}

export interface Sizes {
  home: Part
  /** Screens that come later. */
  routes: Part[]
  /** Late parts that are no screen of their own, such as the platform's SDK. */
  others: Part[]
  /** Of all files but the page, which does not go to the platform. */
  total: number
  largest: { name: string; bytes: number }
  homeFiles: string[]
  /** Scripts and styles that nothing found here asks for: then this reading of the build is wrong. */
  unreached: string[]
}

const page = 'index.html'

/** What the built app makes a phone download, told from the files alone. */
export function sizesOf(files: BuiltFiles): Sizes {
  const html = files.get(page)
  if (!html) throw new Error('There is no index.html: build the app first (npm run build)')
  const home = withImports(files, filesOfPage(html.text))
  const late = partsAfter(files, home)
  const parts = late.map(({ file, reached }) => partOf(files, nameOf(file), reached))
  const all = new Set([...home, ...late.flatMap(({ reached }) => [...reached])])
  const shipped = [...files].filter(([name]) => name !== page)
  const most = Math.max(0, ...shipped.map(([, { bytes }]) => bytes))
  return {
    home: partOf(files, 'home', home),
    routes: parts.filter(({ name }) => name.endsWith('.screen')),
    others: parts.filter(({ name }) => !name.endsWith('.screen')),
    total: shipped.reduce((sum, [, { bytes }]) => sum + bytes, 0),
    largest: { name: shipped.find(([, { bytes }]) => bytes === most)?.[0] ?? '', bytes: most },
    homeFiles: [...home],
    unreached: shipped.map(([name]) => name).filter((name) => /\.(?:js|css)$/.test(name) && !all.has(name)),
  }
}

/** Late parts of late parts too; each with what it adds to Home. */
function partsAfter(files: BuiltFiles, home: ReadonlySet<string>) {
  const parts = new Map<string, Set<string>>()
  const open = [...home]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const part of lateParts(name, files.get(name)?.text ?? '')) {
      if (parts.has(part.file) || home.has(part.file)) continue
      const reached = [...withImports(files, part.files)].filter((file) => !home.has(file))
      parts.set(part.file, new Set(reached))
      open.push(...reached)
    }
  }
  return [...parts].map(([file, reached]) => ({ file, reached }))
}

function partOf(files: BuiltFiles, name: string, reached: ReadonlySet<string>): Part {
  const gzipped = [...reached].reduce((sum, file) => sum + (files.get(file)?.gzipped ?? 0), 0)
  return { name, gzipped, files: reached.size }
}

/** `assets/guide.screen.Ab12Cd34.module.js` is the part `guide.screen`. */
const nameOf = (file: string) => posix.basename(file).replace(/\.[\w-]{8}\.module\.js$/, '')
