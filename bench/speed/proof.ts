import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import type { Challenge } from '#contract/proof-of-work.ts'
import { heavyWork, makeChallenge } from '#server/tips/challenges.ts'
import type { Row } from './report.ts'
import { median } from './rounds.ts'

const rounds = 25
/** A phone that costs little, against the computer that measures. */
const slowdown = 6
const longest = 3_000

const solve = join(import.meta.dirname, '../../src/features/tips/solve.ts')
const entry = `
  import { solveInSteps } from ${JSON.stringify(solve)}
  window.solveAll = (challenge) => {
    const start = performance.now()
    for (const numbers of solveInSteps(challenge)) void numbers
    return performance.now() - start
  }
`

/** The most work that is ever asked for one tip. On the page's own thread: a worker would not be slowed. */
export async function measureProof(browser: Browser, folder: string): Promise<Row> {
  const script = await bundle(folder)
  const page = await browser.newPage()
  try {
    await page.evaluate(script)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1)
      times.push(await page.evaluate(solveInPage, someChallenge()))
    const worst = Math.max(...times)
    return {
      what: `Work for a tip during a flood, processor slowed ${slowdown} times`,
      ours: `${median(times).toFixed(0)} ms, at worst ${worst.toFixed(0)} ms of ${rounds}`,
      baseline: `${longest} ms at most`,
      kept: worst <= longest,
    }
  } finally {
    await page.close()
  }
}

const someChallenge = () => makeChallenge(Buffer.alloc(32, 1), randomUUID(), heavyWork, new Date())

/** Runs in the page. */
function solveInPage(challenge: Challenge): number {
  return (window as unknown as { solveAll: (challenge: Challenge) => number }).solveAll(challenge)
}

/** For the app's own targets, as one script. */
async function bundle(folder: string): Promise<string> {
  const source = join(folder, 'proof')
  await mkdir(source, { recursive: true })
  await writeFile(join(source, 'main.js'), entry)
  await build({
    root: source,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(folder, 'proof-out'),
      emptyOutDir: true,
      target: 'es2019',
      rolldownOptions: {
        input: join(source, 'main.js'),
        output: { format: 'iife', entryFileNames: 'proof.js' },
      },
    },
  })
  return readFile(join(folder, 'proof-out/proof.js'), 'utf8')
}
