import { randomBytes, randomUUID } from 'node:crypto'
import { request, runLoad } from './load.ts'
import type { PortalPorts } from './portal-server.ts'
import { type ServerAt, withProcessorTime } from './reads.ts'
import { compared, type Row } from './report.ts'
import { compare } from './rounds.ts'

/** Rounds are longer than for reads: the disk is less even than the processor. */
const roundLength = 1_000

/** A caller of his own for every request, as a proxy in front would name him: no limit is in the way. */
const someCaller = () => ({ 'x-forwarded-for': [...randomBytes(4)].join('.') })

export interface LookupSubjects {
  codes: readonly string[]
  factor: string
}

/** Look-ups that succeed, against a bare handler with the same statements on the same database object. */
export async function measureLookups(
  { child, port }: ServerAt,
  { bareLookup }: PortalPorts,
  { codes, factor }: LookupSubjects,
): Promise<Row> {
  let asked = 0
  const next = () => {
    const code = codes[(asked += 1) % codes.length]
    return request('POST', '/api/applications/lookup', someCaller(), JSON.stringify({ code, factor }))
  }
  const run = (at: number) => (ms: number) =>
    withProcessorTime(child, () => runLoad({ port: at, connections: 16, ms, status: 200, next }))
  const result = await compare(run(port), run(bareLookup), roundLength)
  return compared('POST /api/applications/lookup', result, { kind: 'at least', ratio: 0.9 })
}

const tipText = 'Có nhóm người lạ thường tụ tập ở đầu hẻm vào buổi tối, gây ồn ào. '.repeat(4).trim()

/** Tips answered after their durable commit, against inserts of the same row without HTTP, checks and sealing. */
export async function measureTips({ child, port }: ServerAt, connections: number): Promise<Row> {
  const unit = (await (await fetch(`http://127.0.0.1:${port}/api/unit`)).json()) as {
    tipCategories: { id: string }[]
  }
  const category = unit.tipCategories[0]?.id
  const next = () => {
    const draft = { clientKey: randomUUID(), category, text: tipText, declaredTrue: true }
    // The load writes latin1; the body is UTF-8 all the same.
    const body = Buffer.from(JSON.stringify(draft)).toString('latin1')
    return request('POST', '/api/tips', someCaller(), body)
  }
  const inserts = { text: JSON.stringify({ text: tipText }), concurrency: connections }
  const result = await compare(
    (ms) => withProcessorTime(child, () => runLoad({ port, connections, ms, status: 200, next })),
    (ms) => withProcessorTime(child, () => child.ask<number>('inserts', { ...inserts, ms })),
    roundLength,
  )
  return compared(`POST /api/tips, ${connections} at a time`, result)
}
