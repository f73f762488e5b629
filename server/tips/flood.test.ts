import { expect, test } from 'vitest'
import { floods, runFlood } from './flood.fixture.ts'
import { Gate } from './gate.ts'
import { honestText, randomNumbers } from './simulated-tips.fixture.ts'

const start = Date.UTC(2026, 10, 26)

test('500 different tips of one factory within an hour pass, most of them for some work', () => {
  const gate = new Gate()
  const random = randomNumbers(7)
  const counts = { free: 0, worked: 0, singles: 0, refused: 0 }
  for (let at = 0; at < 500; at += 1) {
    const arrival = { address: 'the factory', text: honestText(random), bytes: 1000 }
    const now = new Date(start + at * 7000)
    const first = gate.decide({ ...arrival, worked: false }, now)
    const last = first.kind === 'work' ? gate.decide({ ...arrival, worked: true }, now) : first
    if (first.kind === 'pass') counts.free += 1
    else if (last.kind === 'pass') counts.worked += 1
    else counts.refused += 1
    if (last.kind === 'pass' && last.wave === null) counts.singles += 1
  }
  process.stdout.write(`One factory, 500 tips an hour: ${JSON.stringify(counts)}\n`)
  expect(counts.refused).toBe(0)
  expect(counts.free).toBeGreaterThanOrEqual(20)
  expect(counts.singles).toBe(500)
})

test.for(floods)('a flood: $name, does not fill the disk or hide the real ones', (flood) => {
  const smaller = { ...flood, messages: 4000, addresses: Math.ceil(flood.addresses / 25), honest: 100 }
  const outcome = runFlood(smaller)
  process.stdout.write(`${smaller.messages} ${flood.name}: ${JSON.stringify(outcome)}\n`)
  expect(outcome.bytes).toBeLessThan(10_000_000)
  expect(outcome.honest.refused).toBe(0)
  expect(outcome.honest.single).toBeGreaterThanOrEqual(flood.honest / 4)
})
