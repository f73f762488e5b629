import { createHash, randomInt } from 'node:crypto'
import { receiptAlphabet, secretLength } from '#contract/receipt.ts'
import { keyedHash } from '../keys/seal.ts'

const publicLength = 5

/** Found by chance, so that codes tell neither order nor number of tips. */
export function newPublicCode(): string {
  return Array.from({ length: publicLength }, () =>
    receiptAlphabet.charAt(randomInt(receiptAlphabet.length)),
  ).join('')
}

/** Derived from the client key, so a retry gets the same secret although only its hash is stored. */
export function receiptSecret(key: Buffer, clientKey: string): string {
  const bytes = Buffer.concat([
    keyedHash(key, 'secret', clientKey, '1'),
    keyedHash(key, 'secret', clientKey, '2'),
  ])
  // Bytes of 230 and above would favour some signs (230 = 10 × 23): 50 of 64 remain on average, 14 are needed.
  const fair = [...bytes].filter((byte) => byte < 230)
  return fair
    .slice(0, secretLength)
    .map((byte) => receiptAlphabet.charAt(byte % receiptAlphabet.length))
    .join('')
}

/** The secret has 63 random bits: a plain hash cannot be walked backwards. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
