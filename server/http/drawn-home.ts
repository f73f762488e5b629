import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance } from 'fastify'

type DrawHome = (unit: unknown, news: unknown) => string

export interface DrawnHome {
  html: string
  /** What it was drawn from, as JSON that can stand in a page. */
  data: string
}

const sources = ['/api/unit', '/api/news']

/**
 * What Home looks like now, drawn by what the build left beside `www/`; undefined when that or the data is missing. Drawn
 * anew only when the data has changed.
 */
export async function homeDrawing(
  app: FastifyInstance,
  wwwDir: string,
): Promise<() => Promise<DrawnHome | undefined>> {
  const file = `${wwwDir}-home/draw-home.mjs`
  if (!existsSync(file)) return async () => undefined
  const { drawHome } = (await import(pathToFileURL(file).href)) as { drawHome: DrawHome }
  let last: { of: string; drawn: DrawnHome } | undefined
  return async () => {
    const answers = await Promise.all(sources.map((url) => app.inject({ url })))
    if (answers.some(({ statusCode }) => statusCode !== 200)) return undefined
    const of = answers.map(({ headers }) => headers.etag).join()
    if (of !== last?.of) {
      const [unit, news] = answers.map((answer) => answer.json<unknown>())
      last = { of, drawn: { html: drawHome(unit, news), data: inPage({ unit, news }) } }
    }
    return last.drawn
  }
}

/** Nothing in it can end the element it stands in. */
const inPage = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c')
