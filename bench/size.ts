import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judge, kB, type Verdict } from './size/budgets.ts'
import { contractClientSize } from './size/contract-client.ts'
import { readBuiltFiles } from './size/files.ts'
import { type Part, sizesOf } from './size/sizes.ts'

const root = join(import.meta.dirname, '..')
const wwwDir = process.argv[2] ?? join(root, 'www')

/** The SDK carries its own version as a text. */
async function sdkMark(): Promise<string> {
  const manifest = await readFile(join(root, 'node_modules/zmp-sdk/package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

function print(verdicts: readonly Verdict[], parts: readonly Part[]): void {
  const width = Math.max(
    ...[...verdicts.map(({ budget }) => budget), ...parts.map(({ name }) => name)].map((s) => s.length),
  )
  for (const { name, gzipped, files } of parts) {
    console.log(`  ${name.padEnd(width)}  +${kB(gzipped)} in ${files} files`)
  }
  for (const { budget, measured, limit, kept } of verdicts) {
    console.log(`${kept ? '✓' : '✗'} ${budget.padEnd(width)}  ${measured}; limit ${limit}`)
  }
}

const files = await readBuiltFiles(wwwDir)
const sizes = sizesOf(files)
const verdicts = judge({ files, sizes, contractClient: await contractClientSize(), sdkMark: await sdkMark() })
print(verdicts, [...sizes.routes, ...sizes.others])

const broken = verdicts.filter(({ kept }) => !kept)
if (broken.length > 0) {
  console.error(`Broken size budgets: ${broken.map(({ budget }) => budget).join('; ')}`)
  process.exit(1)
}
