import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { goodLines, goodSheet, nastySheet } from './import/samples.fixture.ts'
import { inWindows1258, writeCsv } from './import/write-csv.fixture.ts'
import { writeXlsx } from './import/write-xlsx.fixture.ts'

/** Writes docs/samples anew, after a change of what they hold. */
const folder = join(import.meta.dirname, '../docs/samples')
await mkdir(folder, { recursive: true })
const files = {
  'ho-so-mau.xlsx': writeXlsx(goodSheet),
  'ho-so-mau.csv': Buffer.from(`\ufeff${writeCsv(goodLines, ';')}`),
  'ho-so-mau-windows-1258.csv': inWindows1258(writeCsv(goodLines, ',')),
  'ho-so-kho.xlsx': writeXlsx(nastySheet),
}
for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
