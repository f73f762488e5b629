import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from './open-database.ts'

const KILLS = 20

let folder: string
let dataDir: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-crash-'))
  dataDir = join(folder, 'data')
  const table =
    'create table rows (id bigint generated always as identity primary key, name text, body text, hash text)'
  writeFileSync(join(folder, '0001_rows.sql'), `${table}; create index rows_name on rows (name);`)
})
afterAll(() => rmSync(folder, { recursive: true }))

function open() {
  return openDatabase({ dataDir, migrations: folder, log: () => undefined })
}

/** Starts the writers, kills them in the middle of it, and gives back what they had been promised. */
async function writeAndKill(afterRows: number): Promise<string[]> {
  const file = join(import.meta.dirname, 'crash-writer.fixture.ts')
  // Without the optimizing compiler a process that lives for a moment starts in half the time.
  const child = spawn(process.execPath, ['--liftoff-only', '--import', 'tsx', file, dataDir, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (printed.split('\n').length > afterRows) child.kill('SIGKILL')
  })
  await once(child, 'close')
  // The last line may have been cut off.
  return printed
    .slice(0, printed.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
}

test(
  `after ${KILLS} kills every acknowledged row is there, whole and once`,
  { timeout: 240_000 },
  async () => {
    await (await open()).close()
    const promised: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1)
      promised.push(...(await writeAndKill(5 + ((kill * 37) % 150))))

    const database = await open()
    const stored = await database.query<{ name: string }>('select name from rows where hash = md5(body)')
    const [{ total } = { total: 0 }] = await database.query<{ total: number }>(
      'select count(*) as total from rows',
    )
    await database.query('set enable_seqscan = off')
    const [{ indexed } = { indexed: 0 }] = await database.query<{ indexed: number }>(
      `select count(*) as indexed from rows where name >= ''`,
    )
    await database.close()

    const names = new Set(stored.map(({ name }) => name))
    expect(promised.length).toBeGreaterThan(1_000)
    expect(promised.filter((name) => !names.has(name))).toEqual([])
    expect(names.size).toBe(total)
    expect(indexed).toBe(total)
    // One row of each writer may have been stored without anybody having heard of it.
    expect(total - promised.length).toBeLessThanOrEqual(KILLS * 8)
  },
)
