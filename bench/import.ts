import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appendSteps } from '#server/applications/append-step.ts'
import { loadContent } from '#server/content/load-content.ts'
import { openDatabase } from '#server/db/open-database.ts'
import { importFile } from '#server/import/import-file.ts'
import { rowContext } from '#server/import/row-context.ts'
import { writeCsv } from '#server/import/write-csv.fixture.ts'
import { writeXlsx } from '#server/import/write-xlsx.fixture.ts'
import { onPostgres } from './speed/postgres.ts'

/**
 * 50,000 rows through the whole import: read, compare, write, and the same file once more. Each run is a process of its
 * own, so that its greatest memory is that of the import alone.
 */
const rows = Number(process.env['BENCH_ROWS'] ?? 50_000)
const postgres = process.env['DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/postgres'
const [task, path = '', databaseUrl] = process.argv.slice(2)

const headings = [
  'Mã hồ sơ',
  'Họ và tên',
  'Thủ tục',
  'Số điện thoại',
  'Ngày nhận',
  'Ngày hẹn',
  'Trạng thái',
  'Nơi nhận',
]
const states = ['Đã tiếp nhận', 'Đang xử lý', 'Đã chuyển cấp trên', 'Mời đến nhận', 'Đã trả kết quả']
const place = 'Quầy căn cước, Công an phường Bến Cát'

const lines = [
  headings,
  ...Array.from({ length: rows }, (_, index) => [
    `HS.2611-${String(index).padStart(7, '0')}`,
    `Người Mẫu Số ${index}`,
    'Cấp đổi thẻ căn cước',
    `09${String(index).padStart(8, '0')}`,
    '05/11/2026',
    index % 2 === 0 ? '16/11/2026' : '',
    states[index % states.length]!,
    place,
  ]),
]

async function make(): Promise<void> {
  const sheet = Object.fromEntries(lines.map((line, index) => [index + 1, line]))
  await writeFile(path, path.endsWith('.xlsx') ? writeXlsx({ rows: sheet }) : writeCsv(lines, ';'))
}

async function importOnce(dataDir: string): Promise<void> {
  const db = await openDatabase({ dataDir, databaseUrl, log: () => undefined })
  const content = await loadContent(join(import.meta.dirname, '../content'))
  const before = process.resourceUsage().maxRSS / 1024
  const times: number[] = []
  for (let time = 0; time < 2; time += 1) {
    const start = performance.now()
    const done = await importFile(await readFile(path), {
      db,
      rows: rowContext(content, {
        key: Buffer.alloc(32, 1),
        within: ['*'],
        station: 'ben-cat',
        now: new Date(),
      }),
      append: appendSteps,
      say: () => undefined,
      progress: () => undefined,
      confirm: async () => true,
      skipRefused: false,
      showAll: false,
    })
    if (!done) throw new Error('The import was refused')
    times.push((performance.now() - start) / 1000)
  }
  const [first, again] = times.map((seconds) => `${seconds.toFixed(1)} s`)
  const most = process.resourceUsage().maxRSS / 1024
  console.log(
    `${path.slice(path.lastIndexOf('.') + 1)} on ${db.kind}: first ${first}, again ${again}, ` +
      `memory at most ${most.toFixed(0)} MB (${before.toFixed(0)} MB before)`,
  )
  await db.close()
}

const inChild = (...args: string[]) =>
  execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, ...args], { stdio: 'inherit' })

async function bench(): Promise<void> {
  const root = join(import.meta.dirname, '../.data')
  await mkdir(root, { recursive: true })
  const folder = await mkdtemp(join(root, 'bench-import-'))
  console.log(`${new Date().toISOString().slice(0, 16)}Z, ${rows} rows`)
  try {
    for (const kind of ['xlsx', 'csv']) {
      const file = join(folder, `rows.${kind}`)
      inChild('make', file)
      inChild('run', file)
      await onPostgres(postgres, async (url) => void inChild('run', file, url))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (task === 'make') await make()
else if (task === 'run') await importOnce(join(path, '..', `data-${path.split('.').at(-1)}`))
else await bench()
