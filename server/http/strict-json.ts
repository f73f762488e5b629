import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'

/** JSON bodies only, in valid UTF-8: the default parser would quietly store replacement signs. */
export function acceptStrictJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body as Buffer)
    if (text === undefined) done(new ApiError('invalid'))
    else void parse(request, text, done)
  })
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
