import { textsIn } from './texts-in.ts'
import type { ContentFile } from './content-file.ts'

/** What an address of the app may lead to. */
export interface Places {
  /** The app's routes, such as `/guides/:slug`. */
  routes: readonly string[]
  guides: ReadonlySet<string>
  forms: ReadonlySet<string>
  stations: ReadonlySet<string>
  /** Articles known to content; the others live in the database and are believed. */
  articles: ReadonlySet<string> | undefined
}

/** “xem /guides/tach-ho”, but not “24/24”, “và/hoặc”, “17/2024/TT-BCA” or the middle of a web address. */
const inText = /(?<![^\s(“"])\/(?:[a-z0-9][a-z0-9/-]*)?(?:#[a-z0-9-]+)?/gu

/** Notes links of notices and addresses in running text that no page of the app answers. */
export function checkLinks(file: ContentFile, places: Places): void {
  for (const { path, text } of textsIn(file.value)) {
    const key = path.at(-1)
    if (key === 'address' || key === 'source') continue
    if (key === 'link' && !text.startsWith('/')) file.note(path, `lies in another site: "${text}"`)
    const links = key === 'link' && text.startsWith('/') ? [text] : (text.match(inText) ?? [])
    for (const link of links) {
      if (!leadsSomewhere(link, places)) file.note(path, `leads nowhere: "${link}"`)
    }
  }
}

function leadsSomewhere(link: string, { routes, guides, forms, stations, articles }: Places): boolean {
  const [address = '', anchor] = link.split('#')
  const path = address.replace(/\?.*$/u, '')
  const [, area, name] = path.split('/')
  if (!routes.some((route) => fits(route, path))) return false
  // Pages of their own, such as the finder, are no guides.
  if (area === 'guides' && name && !routes.includes(path)) return guides.has(name)
  if (area === 'stations' && name && !routes.includes(path)) return stations.has(name)
  if (area === 'news' && name && articles) return articles.has(name)
  if (area === 'forms' && anchor !== undefined) return forms.has(anchor)
  return true
}

function fits(route: string, path: string): boolean {
  const wanted = route.split('/')
  const given = path.split('/')
  return (
    route !== '*' &&
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  )
}

/** Read from the app itself, so that no second list of its pages can grow old. */
export function routesIn(source: string): string[] {
  return [...source.matchAll(/<Route\s+path="([^"]+)"/gu)].map(([, path]) => path ?? '')
}
