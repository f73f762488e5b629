import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const version = 1
const nonceLength = 12
const tagLength = 16

/** A key for one purpose, derived so that no two purposes share key material. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32))
}

/** AES-256-GCM: version byte, nonce, tag, ciphertext. */
export function seal(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the bytes were changed or sealed with another key. */
export function open(key: Buffer, sealed: Buffer): string {
  if (sealed[0] !== version) throw new Error('This text was sealed by an unknown version')
  const nonce = sealed.subarray(1, 1 + nonceLength)
  const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAuthTag(tag)
  const rest = sealed.subarray(1 + nonceLength + tagLength)
  return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8')
}

/** A keyed hash: without the key, guessing a short input from it is impossible. */
export function keyedHash(key: Buffer, ...parts: string[]): Buffer {
  // JSON keeps ("ab", "c") and ("a", "bc") apart.
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest()
}
