import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deriveKey } from './seal.ts'

/** One key for each purpose. `identity` comes from its own secret: who may read a tip may still not learn who sent it. */
export interface Keys {
  tipContent: Buffer
  tipReceipts: Buffer
  identity: Buffer
  lookups: Buffer
  sessions: Buffer
}

export function deriveKeys(portalKey: Buffer, identityKey: Buffer): Keys {
  return {
    tipContent: deriveKey(portalKey, 'tip content'),
    tipReceipts: deriveKey(portalKey, 'tip receipts'),
    lookups: deriveKey(portalKey, 'application look-ups'),
    sessions: deriveKey(portalKey, 'sessions'),
    identity: deriveKey(identityKey, 'tip contacts'),
  }
}

/** Configured secrets (32 bytes, base64), or ones made once and kept in the data folder. */
export async function loadKeys(dataDir: string, portalKey?: string, identityKey?: string): Promise<Keys> {
  const folder = join(dataDir, 'keys')
  return deriveKeys(
    portalKey ? decodeKey('PORTAL_KEY', portalKey) : await keptKey(folder, 'portal'),
    identityKey ? decodeKey('PORTAL_IDENTITY_KEY', identityKey) : await keptKey(folder, 'identity'),
  )
}

export function decodeKey(name: string, base64: string): Buffer {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== 32)
    throw new Error(`${name} must be 32 bytes in base64; make one with: openssl rand -base64 32`)
  return key
}

async function keptKey(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, `${name}.key`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const existing = await readFile(path, 'utf8').catch(() => undefined)
  if (existing) return decodeKey(path, existing)
  const key = randomBytes(32)
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(key.toString('base64'))
  // Data sealed with a key that a power cut swallows would be lost with it.
  await file.sync()
  await file.close()
  return key
}
