import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const year = 365 * 24 * 3600 * 1000

/** Pictures below `/files/pictures/`; their names are hashes, so phones may keep them for good. */
export function serveFiles(app: FastifyInstance, filesDir: string): void {
  void app.register(fastifyStatic, {
    root: resolve(filesDir, 'pictures'),
    prefix: '/files/pictures/',
    immutable: true,
    maxAge: year,
    index: false,
    decorateReply: false,
    // The Mini App inside Zalo shows them from another origin.
    setHeaders: (reply) => void reply.header('access-control-allow-origin', '*'),
  })
}
