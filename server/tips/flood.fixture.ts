import { Gate } from './gate.ts'
import { honestText, randomNumbers, templateText, wordSalad } from './simulated-tips.fixture.ts'

export interface Flood {
  name: string
  /** Messages of the flood within the hour, and from how many addresses. */
  messages: number
  addresses: number
  text: 'template' | 'salad'
  /** Real tips in the same hour; half of them from one factory's address. */
  honest: number
}

export interface Outcome {
  stored: number
  bytes: number
  /** Of the flood's messages: among the single tips, in waves, refused. */
  flood: { single: number; inWaves: number; refused: number }
  honest: { single: number; inWaves: number; refused: number }
  ms: number
}

const rowBytes = 600

/** An hour of a flood with real tips in between, by a simulated clock. Everybody does the work that is asked for. */
export function runFlood({ messages, addresses, text, honest }: Flood): Outcome {
  const random = randomNumbers(20_261_126)
  const gate = new Gate()
  const began = performance.now()
  const outcome: Outcome = {
    stored: 0,
    bytes: 0,
    flood: { single: 0, inWaves: 0, refused: 0 },
    honest: { single: 0, inWaves: 0, refused: 0 },
    ms: 0,
  }
  const total = messages + honest
  const every = Math.floor(total / honest)
  for (let at = 0; at < total; at += 1) {
    const real = at % every === every - 1 && at / every < honest
    const words = real ? honestText(random) : text === 'template' ? templateText(random) : wordSalad(random)
    const address = real
      ? at % (2 * every) < every
        ? 'the factory'
        : `home ${at}`
      : `bot ${random(addresses)}`
    const bytes = Buffer.byteLength(words) + rowBytes
    const now = new Date(Date.UTC(2026, 10, 26) + Math.floor((at / total) * 3_600_000))
    const decision = gate.decide({ address, text: words, bytes, worked: true }, now)
    const side = real ? outcome.honest : outcome.flood
    if (decision.kind !== 'pass') {
      side.refused += 1
      continue
    }
    outcome.stored += 1
    outcome.bytes += bytes
    if (decision.wave === null) side.single += 1
    else side.inWaves += 1
  }
  return { ...outcome, ms: performance.now() - began }
}

export const floods: readonly Flood[] = [
  {
    name: 'templates from 2,000 addresses',
    messages: 100_000,
    addresses: 2000,
    text: 'template',
    honest: 200,
  },
  {
    name: 'other words each time from 2,000 addresses',
    messages: 100_000,
    addresses: 2000,
    text: 'salad',
    honest: 200,
  },
  {
    name: 'other words each time from 20 addresses',
    messages: 100_000,
    addresses: 20,
    text: 'salad',
    honest: 200,
  },
]
