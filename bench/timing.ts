import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { request } from './speed/load.ts'
import { withPortal } from './speed/measure.ts'
import { OneByOne } from './speed/one-by-one.ts'
import { onPostgres } from './speed/postgres.ts'
import { type Compared, compareSamples } from './speed/two-samples.ts'
import type { LookupSubjects } from './speed/writes.ts'

/**
 * Does the time of a look-up tell an unknown code from a wrong factor? Both are asked by turns, in an order that chance
 * decides for each pair, over one kept connection to the real server, each request from another address.
 */
const root = join(import.meta.dirname, '..')
const postgres = process.env.DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres'
const rounds = 5
const warmUps = 2
/** A code that is closed after ten tries bears no more. */
const triesEach = warmUps + rounds
/** Whoever asks once of each kind and says that the slower one is the unknown code is right so often, at most. */
const mostRight = 0.55
const detectable = 0.01

const lookUp = (code: string, factor: string) =>
  request(
    'POST',
    '/api/applications/lookup',
    { 'x-forwarded-for': [...randomBytes(4)].join('.') },
    JSON.stringify({ code, factor }),
  )

interface Kind {
  next: (at: number) => string
  status: number
}

/** Between two that exist, of the same length: who walks codes meets such. */
const unknownAmong = (code: string) => code.replace(/.$/, (digit) => 'ABCDEFGHIJ'[Number(digit)]!)

const wrongFactor = '0900000000'
const unknownCode = ({ codes }: LookupSubjects): Kind => ({
  next: (at) => lookUp(unknownAmong(codes[at % codes.length]!), wrongFactor),
  status: 404,
})
const wrong = ({ codes }: LookupSubjects): Kind => ({
  next: (at) => lookUp(codes[at % codes.length]!, wrongFactor),
  status: 404,
})
/** The control: it must be told apart, or the measurement sees nothing at all. */
const right = ({ codes, factor }: LookupSubjects): Kind => ({
  next: (at) => lookUp(codes[at % codes.length]!, factor),
  status: 200,
})

async function sample(line: OneByOne, [first, second]: [Kind, Kind], pairs: number, from = 0) {
  const times: [number[], number[]] = [[], []]
  for (let at = from; at < from + pairs; at += 1) {
    const ask = async (which: 0 | 1) => {
      const { next, status } = which === 0 ? first : second
      times[which].push(await line.ask(next(at), status))
    }
    const before = randomBytes(1)[0]! % 2 === 0 ? 0 : 1
    await ask(before)
    await ask(before === 0 ? 1 : 0)
  }
  return times
}

function row(what: string, pairs: number, { medians, welch, mannWhitney, slower }: Compared): string {
  const p = (value: number) => (value < 0.0001 ? '< 0.0001' : value.toFixed(4))
  const [a, b] = medians.map((ms) => `${(ms * 1000).toFixed(0)} µs`)
  const found = mannWhitney.p < detectable || welch.p < detectable ? 'yes' : 'no'
  return `| ${what} | ${pairs} | ${a} | ${b} | ${welch.t.toFixed(2)} (p ${p(welch.p)}) | p ${p(mannWhitney.p)} | ${(slower * 100).toFixed(1)} % | ${found} |`
}

/** Answers whether the goal is kept. */
async function measure(title: string, dataDir: string, databaseUrl?: string): Promise<boolean> {
  return withPortal({ dataDir, databaseUrl }, async ({ child, ports }) => {
    const subjects = await child.ask<LookupSubjects>('lookups')
    const line = await OneByOne.open(ports.portal)
    const size = subjects.codes.length
    const kinds: [Kind, Kind] = [unknownCode(subjects), wrong(subjects)]
    await sample(line, kinds, size * warmUps)
    const alike = compareSamples(...(await sample(line, kinds, size * rounds)))
    const control = compareSamples(...(await sample(line, [right(subjects), unknownCode(subjects)], size)))
    line.close()
    console.log(row(`${title}: unknown code, wrong factor`, size * rounds, alike))
    console.log(row(`${title}: right factor, unknown code (control)`, size, control))
    if (control.mannWhitney.p > detectable)
      console.log('The control was not told apart: this run says nothing.')
    return Math.abs(alike.slower - 0.5) <= mostRight - 0.5 && control.mannWhitney.p <= detectable
  })
}

if (triesEach + 1 > 9) throw new Error('Codes would be closed before the end')
await mkdir(join(root, '.data'), { recursive: true })
const folder = await mkdtemp(join(root, '.data/bench-timing-'))
const kept: boolean[] = []
try {
  console.log(
    `${new Date().toISOString().slice(0, 16)}Z, Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}\n`,
  )
  console.log(
    '| What | Pairs | Median of the first | of the second | Welch’s t | Mann–Whitney | First slower | Detectable |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
  kept.push(await measure('Embedded', join(folder, 'embedded')))
  await onPostgres(
    postgres,
    async (url) => void kept.push(await measure('PostgreSQL', join(folder, 'server'), url)),
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
if (kept.includes(false)) {
  console.log(
    `\nMissed: the first may be the slower one in ${(100 - mostRight * 100).toFixed(0)} to ${(mostRight * 100).toFixed(0)} % of pairs.`,
  )
  process.exitCode = 1
}
