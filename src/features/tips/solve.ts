import { sha256 } from '@noble/hashes/sha2.js'
import { solvePart, type Challenge } from '#contract/proof-of-work.ts'

const encoder = new TextEncoder()

/** Computed in JavaScript: the browser's own hash answers one message later, which is slower for so many small ones. */
export function solveOne(challenge: Challenge, part: number): number {
  return solvePart((text) => sha256(encoder.encode(text)), challenge, part)
}
