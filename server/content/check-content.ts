import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { mapOn } from '#contract/areas.ts'
import { readContentFile } from './content-file.ts'
import type { Content, Demo, GuideRecord } from './content.ts'
import { checkLinks, type Places } from './links.ts'
import { loadContent } from './load-content.ts'
import { loadDemo } from './load-demo.ts'
import { ContentError, type Problem } from './problems.ts'
import { noteStale } from './stale.ts'

export interface Checked {
  /** What must not reach citizens. */
  problems: readonly Problem[]
  /** What citizens see with the banner that it is under review. */
  stale: readonly Problem[]
}

interface Options {
  today: string
  /** The app's routes, such as `/guides/:slug`. */
  routes: readonly string[]
}

/** All that the server checks when it starts, and what only editors need to know. */
export async function checkContent(dir: string, { today, routes }: Options): Promise<Checked> {
  const { loaded: content, problems } = await attempt(() => loadContent(dir))
  if (!content) return { problems, stale: [] }
  const demo = await loadedDemo(dir, today)
  const known = placesOf(content, routes)
  return {
    problems: [
      ...demo.problems,
      ...deadLinks(dir, [...lawFiles, ...content.guides.map(fileOf)], known),
      ...(demo.loaded
        ? deadLinks(dir, demoFiles, { ...known, articles: slugsOf(demo.loaded.articles) })
        : []),
    ],
    stale: staleRecords(dir, content, today),
  }
}

const lawFiles = ['unit', 'areas', 'notices', 'forms', 'fees', 'card-validity', 'finder', 'pages'].map(
  (name) => `${name}.yaml`,
)
const demoFiles = ['articles', 'notices', 'applications'].map((name) => `demo/${name}.yaml`)
const fileOf = ({ id, slug }: GuideRecord) => `guides/${id.toLowerCase()}-${slug}.yaml`
const slugsOf = (records: readonly { slug: string }[]) => new Set(records.map(({ slug }) => slug))

function deadLinks(dir: string, names: readonly string[], places: Places): Problem[] {
  const problems: Problem[] = []
  for (const name of names) checkLinks(readContentFile(dir, name, problems), places)
  return problems
}

function staleRecords(dir: string, { guides, forms, unit, areas }: Content, today: string): Problem[] {
  const stale: Problem[] = []
  const read = (name: string) => readContentFile(dir, name, stale)
  for (const guide of guides) noteStale(read(fileOf(guide)), [], guide, today)
  const formsFile = read('forms.yaml')
  forms.forEach((form, at) => noteStale(formsFile, [at], form, today))
  const current = mapOn(areas, today)
  if (current) noteStale(read('areas.yaml'), [areas.indexOf(current)], current, today)
  noteStale(read('unit.yaml'), ['privacy'], unit.privacy, today)
  return stale
}

function placesOf({ guides, forms, unit }: Content, routes: readonly string[]): Places {
  return {
    routes,
    guides: slugsOf(guides),
    forms: new Set(forms.map(({ id }) => id)),
    stations: new Set(unit.stations.map(({ id }) => id)),
    articles: undefined,
  }
}

interface Attempt<T> {
  loaded: T | undefined
  problems: readonly Problem[]
}

/** A unit may do without invented material. */
async function loadedDemo(dir: string, today: string): Promise<Attempt<Demo>> {
  if (!existsSync(join(dir, 'demo'))) return { loaded: undefined, problems: [] }
  return attempt(() => loadDemo(dir, new Date(`${today}T12:00:00+07:00`)))
}

async function attempt<T>(load: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { loaded: await load(), problems: [] }
  } catch (error) {
    if (error instanceof ContentError) return { loaded: undefined, problems: error.problems }
    throw error
  }
}
