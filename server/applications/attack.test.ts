import { afterAll, beforeAll, expect, test } from 'vitest'
import { addApplication } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { type Budget, budgets, type FactorKind } from './lookup-budget.ts'

/**
 * Somebody with 10,000 addresses who knows every code tries a day long, on two servers at once. The day passes by
 * moving the limits' rows into the past: the database's own clock decides.
 */
const addresses = 10_000
const codes = 600
const quarters = 96

let server: Awaited<ReturnType<typeof startTestServer>>
let second: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer()
  second = await startTestServer({ db: server.db })
})
afterAll(async () => {
  await second.close()
  await server.close()
})

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const roll = dice(20_261_126)
const digits = (count: number) => String(roll(10 ** count)).padStart(count, '0')
const codeOf = (number: number) => `HS-${100_000 + (number % codes)}`

/** How likely one guess is right. Of numbers that can be mobile phones (0[35789] and 8 digits) one in ten may be in use. */
const chance: Record<FactorKind, number> = { short: 1e-4, pin: 1e-6, phone: 10 / 5e8 }
const guessOf: Record<FactorKind, () => string> = {
  short: () => digits(4),
  pin: () => digits(6),
  phone: () => `09${digits(8)}`,
}

const seen = { opened: 0, short: 0, pin: 0, phone: 0, refused: 0 }
let used = 0

/** One guess from the next address at the next code. */
async function guess(kind: FactorKind): Promise<void> {
  used += 1
  const address = used % addresses
  const answer = await (used % 2 ? server : second).app.inject({
    method: 'POST',
    url: '/api/applications/lookup',
    payload: { code: codeOf(used), factor: guessOf[kind]() },
    remoteAddress: `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
  })
  if (answer.statusCode === 200) seen.opened += 1
  const looked = answer.statusCode === 200 || answer.statusCode === 404
  seen[looked ? kind : 'refused'] += 1
}

const quarterPasses = async () => {
  const earlier = (column: string) => `${column} = ${column} - interval '15 minutes'`
  await server.db.query(`update lookup_budgets set ${earlier('paid_off_at')}`)
  await server.db.query(`update lookup_limits set ${earlier('counting_until')}, ${earlier('blocked_until')}`)
}

/** All that a day can let through: what was saved up, what time pays off, what is under way when the limit is reached. */
const mostADay = ({ burst, perDay }: Budget) => burst + perDay + 2 * 4

test(
  'ten thousand addresses that walk codes and factors for a day open nothing',
  { timeout: 600_000 },
  async () => {
    for (let number = 0; number < codes; number += 1) {
      await addApplication(server.db, server.keys, {
        code: codeOf(number),
        factor: digits(number % 8 === 0 ? 6 : 4),
        phone: `09${digits(8)}`,
      })
    }
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      await Promise.all(Array.from({ length: Math.ceil(addresses / quarters) }, () => guess('short')))
      for (let time = 0; time < 5; time += 1) await guess('pin')
      for (let time = 0; time < 5; time += 1) await guess('phone')
      await quarterPasses()
    }
    const expected =
      seen.short * chance.short + mostADay(budgets.pin) * chance.pin + mostADay(budgets.phone) * chance.phone
    process.stdout.write(
      `Simulated day: ${used} guesses, looked at ${seen.short} short, ${seen.pin} PINs, ${seen.phone} numbers; ` +
        `opened ${seen.opened}; expected, with every PIN and number that a day allows: ${expected.toFixed(4)}\n`,
    )
    expect(seen.short).toBeGreaterThan(budgets.short.burst)
    expect(seen.short).toBeLessThanOrEqual(mostADay(budgets.short))
    expect(expected).toBeLessThanOrEqual(0.01)
  },
)
