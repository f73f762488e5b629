import { openDatabase } from '#server/db/open-database.ts'
import type { Database } from '#server/db/database.ts'
import { factorHash } from '#server/keys/factor-hash.ts'
import { databaseUrl, onServer } from '#server/testing/server-databases.ts'
import { lookUp } from '#server/applications/look-up.ts'
import { fillDesk, printDeskLists } from './speed/desk-lists.ts'

/**
 * A look-up among ten thousand, a million and ten million applications on a PostgreSQL server, taken in turns so that
 * whatever else the machine does meets all of them. Needs some 7 GB of disk for a while.
 */
const server = process.env['DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/postgres'
const sizes = (process.env['BENCH_SIZES'] ?? '10000,1000000,10000000').split(',').map(Number)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 40)
const asked = 50
/** The desk's lists are looked at up to here: what they are narrowed by takes room too. */
const mostAtDesk = 1_000_000
const key = Buffer.alloc(32, 1)

const name = (size: number) => `portal_bench_scale_${process.pid}_${size}`
const codeOf = (number: number) => `HS.2611-${String(number).padStart(9, '0')}`

interface Scale {
  size: number
  db: Database
  codes: string[]
}

/** Made by the server itself, without the triggers of single steps; a few have a factor that we know. */
async function fill(size: number): Promise<Scale> {
  await onServer(server, `create database ${name(size)} encoding 'UTF8' template template0`)
  const url = databaseUrl(server, name(size))
  const db = await openDatabase({ dataDir: '', databaseUrl: url, log: () => undefined })
  await onServer(
    url,
    `set session_replication_role = replica;
     insert into applications (code, factor_hash, phone_hash, procedure, pick_up_place, station)
       select 'HS.2611-' || lpad(n::text, 9, '0'), sha256(n::text::bytea), sha256((n / 2)::text::bytea),
              'Cấp đổi thẻ căn cước', 'Quầy căn cước, Công an phường Bến Cát', 'ben-cat'
       from generate_series(0, ${size - 1}) n;
     insert into application_steps (application_id, status, at, promised_on)
       select n, 'received', now() - interval '9 days', current_date + 3 from generate_series(1, ${size}) n;
     insert into application_steps (application_id, status, at)
       select n, 'in_progress', now() - interval '2 days' from generate_series(1, ${size}) n;
     ${size <= mostAtDesk ? fillDesk(size) : ''}`,
  )
  await onServer(url, 'vacuum analyze')
  const codes = Array.from({ length: asked * rounds }, () => codeOf(Math.floor(Math.random() * size)))
  for (const code of codes) {
    await db.query('update applications set factor_hash = $2 where code = $1', [
      code,
      factorHash(key, code, '1234'),
    ])
  }
  const [row] = await db.query<{ bytes: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as bytes',
  )
  console.log(`${size.toLocaleString('en')} applications: ${row?.bytes}`)
  if (size <= mostAtDesk) await printDeskLists(db, codes[0]!)
  return { size, db, codes }
}

/** None of the files here is late, so no working days are counted. */
const calendar = { years: [] }
const context = (db: Database) => ({
  ...{ db, key, passKey: key, showDemo: false, calendar },
  clock: () => new Date(),
})

async function look({ db, codes }: Scale, round: number): Promise<number[]> {
  const times: number[] = []
  for (const code of codes.slice(round * asked, (round + 1) * asked)) {
    const start = performance.now()
    await lookUp(context(db), { code, factor: '1234', caller: { kind: 'address', name: '10.0.0.1' } })
    times.push(performance.now() - start)
  }
  return times
}

const share = (times: readonly number[], part: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? NaN

/** The statements of one look-up with how they were carried out. */
async function printPlans({ db, codes }: Scale): Promise<void> {
  const statements: [string, readonly unknown[]][] = []
  const recording: Database = {
    ...db,
    kind: db.kind,
    tx: (work) => db.tx(work),
    close: () => db.close(),
    query: (text, params = []) => {
      statements.push([text, params])
      return db.query(text, params)
    },
  }
  await lookUp(context(recording), {
    code: codes[0]!,
    factor: '1234',
    caller: { kind: 'address', name: '10.0.0.1' },
  })
  for (const [text, params] of statements) {
    const plan = await db.query<Record<string, string>>(`explain (analyze, buffers) ${text}`, params)
    console.log(`\n${plan.map((row) => row['QUERY PLAN']).join('\n')}`)
  }
}

async function measure(scales: readonly Scale[]): Promise<void> {
  const times = new Map<number, number[]>(scales.map(({ size }) => [size, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const scale of scales) {
      const taken = await look(scale, round)
      // The first rounds only warm connections, code and caches up.
      if (round >= rounds / 4) times.get(scale.size)?.push(...taken)
    }
  }
  const base = share(times.get(sizes[0]!) ?? [], 0.5)
  for (const [size, taken] of times) {
    const median = share(taken, 0.5)
    console.log(
      `${size.toLocaleString('en').padStart(12)}: median ${median.toFixed(2)} ms, 99th of 100 ` +
        `${share(taken, 0.99).toFixed(2)} ms, ratio ${(median / base).toFixed(2)}`,
    )
  }
  const ratio = share(times.get(sizes.at(-1)!) ?? [], 0.5) / base
  if (!(ratio <= 1.5)) process.exitCode = 1
}

const scales: Scale[] = []
try {
  for (const size of sizes) scales.push(await fill(size))
  await measure(scales)
  await printPlans(scales.at(-1)!)
} finally {
  for (const { db } of scales) await db.close()
  for (const size of sizes) await onServer(server, `drop database if exists ${name(size)} with (force)`)
}
