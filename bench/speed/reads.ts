import { get } from 'node:http'
import type { Child } from './child.ts'
import { request, runLoad } from './load.ts'
import { compared, type Row } from './report.ts'
import { compare, type Sample } from './rounds.ts'
import type { Wire } from './static-server.ts'

const connections = 32
const roundLength = 700
const goal = { kind: 'at least', ratio: 0.8 } as const
/** As phones ask. */
const phone = { 'accept-encoding': 'gzip' }

export interface ServerAt {
  child: Child
  port: number
}

/** Answers kept in the process, against node:http that always sends the very same bytes. */
export async function measureReads(portal: ServerAt, fixed: ServerAt): Promise<Row[]> {
  const { guides } = (await (await fetch(`http://127.0.0.1:${portal.port}/api/guides`)).json()) as {
    guides: { slug: string }[]
  }
  const news = '/api/news'
  const { headers } = await fetch(`http://127.0.0.1:${portal.port}${news}`, { headers: phone })
  const etag = headers.get('etag') ?? ''
  return [
    await measureRead('GET /api/news, first page', news, phone, portal, fixed),
    await measureRead('GET /api/guides/:slug', `/api/guides/${guides[0]?.slug}`, phone, portal, fixed),
    await measureRead('GET /api/news, 304', news, { ...phone, 'if-none-match': etag }, portal, fixed),
  ]
}

async function measureRead(
  what: string,
  path: string,
  headers: Record<string, string>,
  portal: ServerAt,
  fixed: ServerAt,
): Promise<Row> {
  const wire = await answerOf(portal.port, path, headers)
  await fixed.child.ask('serve', wire)
  const bytes = request('GET', path, headers)
  const run = (server: ServerAt) => (ms: number) => runCounted(server, wire.status, ms, () => bytes)
  const { ours, baseline, ratio } = await compare(run(portal), run(fixed), roundLength)
  return compared(`${what} (${wire.body.length} bytes)`, { ours, baseline, ratio }, goal)

  function runCounted({ child, port }: ServerAt, status: number, ms: number, next: () => string) {
    return withProcessorTime(child, () => runLoad({ port, connections, ms, status, next }))
  }
}

/** The rate, and the server's processor time for each answer. */
export async function withProcessorTime(child: Child, run: () => Promise<number>): Promise<Sample> {
  const before = await child.ask<number>('processorTime')
  const start = performance.now()
  const perSecond = await run()
  const answers = (perSecond * (performance.now() - start)) / 1000
  const micros = ((await child.ask<number>('processorTime')) - before) / answers
  return { perSecond, micros }
}

function answerOf(port: number, path: string, headers: Record<string, string>): Promise<Wire> {
  return new Promise((resolve, reject) => {
    get({ port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.rawHeaders.filter((_, index, all) => !isHop(all[index - (index % 2)])),
          body: Buffer.concat(chunks),
        }),
      )
    }).on('error', reject)
  })
}

/** What node:http writes by itself for each connection. */
const isHop = (name = '') => /^(?:connection|keep-alive)$/i.test(name)
