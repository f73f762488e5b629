import * as v from 'valibot'

/**
 * Some work for the phone, asked for where many tips come from one place at once: cheap for one person, dear for a
 * flood. Many small parts instead of a big one, so that luck hardly changes how long it takes: find for each part, from 0
 * on, the smallest number whose hash begins with `bits` zero bits.
 */
export const Challenge = v.object({
  /** Opaque and signed. It holds for one key of one sender and for some minutes. */
  challenge: v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/)),
  bits: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(14)),
  parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
})
export type Challenge = v.InferOutput<typeof Challenge>

export const Proof = v.object({
  challenge: Challenge.entries.challenge,
  /** One number for each part. */
  numbers: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31))),
    v.minLength(1),
    v.maxLength(16),
  ),
})
export type Proof = v.InferOutput<typeof Proof>

/** The bytes of a text's SHA-256. Each side brings its own. */
export type Sha256 = (text: string) => Uint8Array

export function isSolved(
  sha256: Sha256,
  challenge: string,
  bits: number,
  part: number,
  number: number,
): boolean {
  return zeroBits(sha256(`${challenge}:${part}:${number}`)) >= bits
}

/** Solves one part. Takes about 2 ^ bits hashes: call it off the main thread. */
export function solvePart(sha256: Sha256, { challenge, bits }: Challenge, part: number): number {
  for (let number = 0; ; number += 1) if (isSolved(sha256, challenge, bits, part, number)) return number
}

function zeroBits(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte !== 0)
  return at < 0 ? bytes.length * 8 : at * 8 + Math.clz32(bytes[at]!) - 24
}
