import { hash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Challenge, solvePart } from '#contract/proof-of-work.ts'
import { isProof, makeChallenge, heavyWork } from './challenges.ts'

const key = Buffer.alloc(32, 7)
const now = new Date('2026-11-24T03:04:05Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')
const light = { bits: 4, parts: 3 }

function solve(challenge: Challenge) {
  const numbers = Array.from({ length: challenge.parts }, (_, part) => solvePart(sha256, challenge, part))
  return { challenge: challenge.challenge, numbers }
}
// Always the same one: of two random numbers each may by chance serve for the other.
const clientKey = '3f1c1f3e-0000-4000-8000-000000000001'
const solved = (work = light) => solve(makeChallenge(key, clientKey, work, now))
const accepts = (proof: ReturnType<typeof solved>, at = now, forKey = clientKey) =>
  isProof(key, forKey, proof, at)

test.for([
  ['one number is missing', (proof) => ({ ...proof, numbers: proof.numbers.slice(1) })],
  ['there is a number too many', (proof) => ({ ...proof, numbers: [...proof.numbers, 0] })],
  ['the parts are swapped', (proof) => ({ ...proof, numbers: [...proof.numbers].reverse() })],
  ['less work is claimed', (proof) => ({ ...proof, challenge: proof.challenge.replace(/^4/, '1') })],
  [
    'more time is claimed',
    (proof) => ({ ...proof, challenge: proof.challenge.replace(/\.(\d+)\.(?=[\w-]+$)/, '.9$1.') }),
  ],
  ['it has another form', (proof) => ({ ...proof, challenge: 'x' })],
] as [string, (proof: ReturnType<typeof solved>) => ReturnType<typeof solved>][])(
  'a proof is refused when %s',
  ([, change]) => {
    expect(accepts(change(solved()))).toBe(false)
  },
)

test('a proof serves one key only, and ten minutes', () => {
  const proof = solved()
  expect(accepts(proof, now, randomUUID())).toBe(false)
  expect(accepts(proof, minutes(11))).toBe(false)
  expect(isProof(Buffer.alloc(32, 8), clientKey, proof, now)).toBe(false)
  expect(accepts(proof, minutes(9))).toBe(true)
})

test('the heaviest work takes about 131,000 hashes and hardly ever a fourth more', () => {
  // From 0 on, so the numbers found are the hashes needed. Fixed keys: the same hashes in every run.
  const totals = Array.from({ length: 5 }, (_, at) => {
    const { numbers } = solve(makeChallenge(key, `fixed ${at}`, heavyWork, now))
    return numbers.reduce((sum, number) => sum + number + 1, 0)
  })
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length
  expect(mean).toBeGreaterThan(118_000)
  expect(Math.max(...totals)).toBeLessThan(164_000)
})
