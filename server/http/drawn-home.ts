import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance } from 'fastify'

type DrawHome = (unit: unknown, news: unknown) => string

const sources = ['/api/unit', '/api/news']

/**
 * What Home looks like now, as HTML, drawn by what the build left beside `www/`; empty when that or the data is missing.
 * Drawn anew only when the data has changed.
 */
export async function homeDrawing(app: FastifyInstance, wwwDir: string): Promise<() => Promise<string>> {
  const file = `${wwwDir}-home/draw-home.mjs`
  if (!existsSync(file)) return async () => ''
  const { drawHome } = (await import(pathToFileURL(file).href)) as { drawHome: DrawHome }
  let drawn = { of: '', html: '' }
  return async () => {
    const answers = await Promise.all(sources.map((url) => app.inject({ url })))
    if (answers.some(({ statusCode }) => statusCode !== 200)) return ''
    const of = answers.map(({ headers }) => headers.etag).join()
    if (of !== drawn.of) {
      const [unit, news] = answers.map((answer) => answer.json<unknown>())
      drawn = { of, html: drawHome(unit, news) }
    }
    return drawn.html
  }
}
