import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { measureStatement } from './speed/embedded-statement.ts'
import { measurePhone, measureServer, withPortal } from './speed/measure.ts'
import { buildBarePage, buildPortalPage } from './speed/pages.ts'
import { onPostgres } from './speed/postgres.ts'
import { isKept, type Row, table } from './speed/report.ts'

const root = join(import.meta.dirname, '..')
const postgres = process.env.DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres'
const rows: Row[] = []

function report(title: string, measured: readonly Row[]): void {
  rows.push(...measured)
  console.log(`### ${title}\n\n${table(measured)}\n`)
}

/** The load tells whether somebody else used the machine: above 1 for each core the figures are worth little. */
function describeMachine(): void {
  const [{ model } = { model: 'unknown' }] = cpus()
  console.log(
    `${new Date().toISOString().slice(0, 16)}Z, Node ${process.version}, ${cpus().length} × ${model},`,
  )
  console.log(`load before the run ${loadavg()[0]?.toFixed(1)}\n`)
}

async function bench(folder: string): Promise<void> {
  describeMachine()
  const pages = { wwwDir: await buildPortalPage(folder), barePageDir: await buildBarePage(folder) }
  const embedded = { dataDir: join(folder, 'embedded'), databaseUrl: undefined, ...pages }
  await withPortal(embedded, async (portal) => {
    report('On the embedded database', [await measureStatement(), ...(await measureServer(portal))])
    report('On a slow phone', await measurePhone(portal, folder))
  })
  await onPostgres(postgres, (databaseUrl) =>
    withPortal({ dataDir: join(folder, 'server'), databaseUrl }, async (portal) =>
      report('On a PostgreSQL server', await measureServer(portal)),
    ),
  )
}

// On the disk that `npm start` uses by default: a folder in memory would make commits look free.
await mkdir(join(root, '.data'), { recursive: true })
const folder = await mkdtemp(join(root, '.data/bench-'))
try {
  await bench(folder)
} finally {
  await rm(folder, { recursive: true, force: true })
}
const missed = rows.filter((row) => !isKept(row))
if (missed.length > 0) {
  console.log(`Missed goals: ${[...new Set(missed.map(({ what }) => what))].join('; ')}`)
  process.exitCode = 1
}
