import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import compress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'
import { type DrawnHome, homeDrawing } from './drawn-home.ts'
import { previewWorker } from './preview-worker.ts'

const year = 365 * 24 * 3600

/** What Home asks for first, so that it travels together with the scripts; not needed where it came with the page. */
const preloads = ['/api/unit', '/api/news']
  .map((path) => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${path}" />`)
  .join('')

const empty = '<div id="app"></div>'

function homePage(page: string, drawn: DrawnHome | undefined): string {
  if (!drawn) return page.replace('</head>', `${preloads}</head>`)
  const data = `<script type="application/json" id="home-data">${drawn.data}</script>`
  return page.replace(empty, () => `<div id="app">${drawn.html}</div>${data}`)
}

/**
 * The browser preview of the Mini App: the files that Zalo gets, with an index page of our own. Any path that is no
 * file answers the page, so that shared links open cold; a service worker opens it without network.
 */
export async function servePreview(app: FastifyInstance, wwwDir: string): Promise<void> {
  const page = await readFile(join(wwwDir, 'index.html'), 'utf8')
  const drawing = await homeDrawing(app, wwwDir)
  const worker = await previewWorker(wwwDir, page)
  // In a scope of its own, so that only the preview's files pass through compression.
  await app.register(async (preview) => {
    await preview.register(compress)
    await preview.register(fastifyStatic, {
      root: resolve(wwwDir),
      prefix: '/',
      index: false,
      wildcard: false,
      globIgnore: ['index.html', 'app-config.json'],
      setHeaders: (reply, path) => {
        if (path.includes('/assets/')) reply.header('cache-control', `public, max-age=${year}, immutable`)
      },
    })
    preview.get('/preview-worker.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
    )
    preview.get('/*', async (request, reply) => {
      if (/^\/(?:api|files|assets)(?:\/|$|\?)/.test(request.url)) throw new ApiError('not-found')
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(request.url === '/' ? homePage(page, await drawing()) : page)
    })
  })
}
