import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { everyStation } from '#contract/roles.ts'
import { appendSteps } from './applications/append-step.ts'
import { commandOptions } from './command-options.ts'
import { readConfig } from './config.ts'
import { loadContent } from './content/load-content.ts'
import { FolderInUse } from './db/folder-lock.ts'
import { openDatabase } from './db/open-database.ts'
import { importFile } from './import/import-file.ts'
import { openStations, rowContext } from './import/row-context.ts'
import { FileRefused } from './import/table.ts'
import { loadSecrets } from './keys/keys.ts'
import { isSealed, unlockKeys } from './keys/unlock.ts'

const usage = 'npm run import:applications -- tep.xlsx [--station id] [--write] [--skip-refused] [--all]'
const { values, positionals } = commandOptions(usage, {
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    'skip-refused': { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    station: { type: 'string' },
  },
})

const progress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001b[K`)
}

async function confirm(): Promise<boolean> {
  if (values.write) return true
  if (!process.stdin.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question('\nGhi vào cơ sở dữ liệu? Gõ “ghi” rồi Enter: ')
  asking.close()
  return answer.trim().toLowerCase() === 'ghi'
}

/** Of rows that name no station. */
function stationOf(ids: readonly string[]): string | null {
  const station = values.station ?? (ids.length === 1 ? ids[0]! : null)
  if (station === null || ids.includes(station)) return station
  throw new FileRefused(`--station cần một trong các điểm tiếp dân: ${ids.join(', ')}.`)
}

async function readList(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new FileRefused(`Không có tệp “${path}”. Bạn kiểm tra tên và thư mục.`)
    if (code === 'EISDIR') throw new FileRefused(`“${path}” là thư mục. Bạn chọn tệp danh sách trong đó.`)
    if (code === 'EACCES') throw new FileRefused(`Không có quyền đọc “${path}”. Bạn hỏi người quản trị máy.`)
    throw error
  }
}

async function run(path: string): Promise<boolean> {
  const bytes = await readList(path)
  const config = readConfig(process.env)
  const content = await loadContent(join(import.meta.dirname, '../content'))
  const station = stationOf(openStations(content.unit).map(({ id }) => id))
  const { dataDir, databaseUrl } = config
  await mkdir(dataDir, { recursive: true })
  const db = await openDatabase({ dataDir, databaseUrl, log: progress })
  try {
    const secrets = await loadSecrets(config, { mayMake: !(await isSealed(db)) })
    const { lookups } = await unlockKeys(db, secrets)
    const rows = rowContext(content, { key: lookups, within: [everyStation], station, now: new Date() })
    return await importFile(bytes, {
      db,
      rows,
      append: appendSteps,
      say: (text) => console.log(text),
      progress,
      confirm,
      skipRefused: values['skip-refused'],
      showAll: values.all,
    })
  } finally {
    await db.close()
  }
}

// Whoever reads only the beginning, as with `| head`, wants no more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(1)
})

try {
  const [path] = positionals
  if (path === undefined) throw new FileRefused(usage)
  process.exitCode = (await run(path)) ? 0 : 1
} catch (error) {
  // Only the message: a stack could hold what stands in the sheet.
  console.error(error instanceof Error ? error.message : error)
  if (error instanceof FolderInUse)
    console.error('Máy chủ đang chạy trên thư mục này: dừng máy chủ, nhập, rồi chạy lại.')
  process.exitCode = 1
}
