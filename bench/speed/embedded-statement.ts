import { PGlite } from '@electric-sql/pglite'
import { EmbeddedSession } from '#server/db/embedded-session.ts'
import { compared, type Row } from './report.ts'
import { compare } from './rounds.ts'

const text = 'select relname from pg_class where oid = $1'
const values = [1259]

/** One prepared statement through our own session, against the same through the library's `query`. */
export async function measureStatement(): Promise<Row> {
  const pglite = await PGlite.create()
  try {
    const session = new EmbeddedSession(pglite, 10)
    const ours = repeated(() => session.run(text, values))
    const stock = repeated(() => pglite.query(text, values))
    return compared('One statement', await compare(ours, stock, 1_000), { kind: 'at least', ratio: 2 })
  } finally {
    await pglite.close()
  }
}

const repeated = (run: () => unknown) => async (ms: number) => {
  const start = performance.now()
  let done = 0
  for (; performance.now() - start < ms; done += 1) await run()
  return { perSecond: (done * 1_000) / (performance.now() - start) }
}
