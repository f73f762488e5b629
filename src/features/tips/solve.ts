import { sha256 } from '@noble/hashes/sha2.js'
import { solvePart, type Challenge } from '#contract/proof-of-work.ts'

const unused = sha256.create()
const hash = sha256.create()
const digest = new Uint8Array(sha256.outputLen)

/** How often is told how far the work is. */
const steps = 16

/** The numbers of all parts in order, some at a time: a message or a turn of the page for each would cost more than it. */
export function* solveInSteps(challenge: Challenge): Generator<number[]> {
  const { parts } = challenge
  for (let from = 0, step = Math.ceil(parts / steps); from < parts; from += step) {
    const length = Math.min(step, parts - from)
    yield Array.from({ length }, (_, at) => solvePart(hashAgain, challenge, from + at))
  }
}

/**
 * Computed in JavaScript: the browser's own hash answers one message later, which is slower for so many small ones. One
 * hash object serves them all, as making one takes longer than hashing.
 */
function hashAgain(bytes: Uint8Array): Uint8Array {
  unused._cloneInto(hash).update(bytes).digestInto(digest)
  return digest
}
