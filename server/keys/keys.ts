import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { deriveKey } from './seal.ts'
import { syncFolder, writeDurably } from './write-durably.ts'

/** One key for each purpose. `identity` comes from its own secret: who may read a tip may still not learn who sent it. */
export interface Keys {
  /** Opens what was sealed before there were vaults; so does `identity`. */
  tipContent: Buffer
  tipReceipts: Buffer
  identity: Buffer
  /** For comparing contacts: whoever may read tips must not be able to try names and numbers against a hash. */
  contactHashes: Buffer
  lookups: Buffer
  /** Seals what an opened application may be used for, see `passes.ts`. */
  passes: Buffer
  sessions: Buffer
  /** Where to write to those who want to be told about an application. */
  receivers: Buffer
  /** For recognising ids and tokens of Zalo that are not stored. */
  zaloHashes: Buffer
  oaTokens: Buffer
  /** Officers' sign-in: known browsers and the subjects of its limits. */
  desk: Buffer
}

export function deriveKeys(portalKey: Buffer, identityKey: Buffer): Keys {
  return {
    tipContent: deriveKey(portalKey, 'tip content'),
    tipReceipts: deriveKey(portalKey, 'tip receipts'),
    lookups: deriveKey(portalKey, 'application look-ups'),
    passes: deriveKey(portalKey, 'application passes'),
    sessions: deriveKey(portalKey, 'sessions'),
    receivers: deriveKey(portalKey, 'update receivers'),
    zaloHashes: deriveKey(portalKey, 'zalo hashes'),
    oaTokens: deriveKey(portalKey, 'official account tokens'),
    desk: deriveKey(portalKey, 'desk'),
    identity: deriveKey(identityKey, 'tip contacts'),
    contactHashes: deriveKey(identityKey, 'tip contact hashes'),
  }
}

/** What the operator keeps: 32 bytes each. */
export interface Secrets {
  portal: Buffer
  identity: Buffer
  /** The ones before, while keys are being changed. */
  oldPortal?: Buffer | undefined
  oldIdentity?: Buffer | undefined
}

export interface ConfiguredKeys {
  dataDir: string
  portalKey?: string | undefined
  identityKey?: string | undefined
  oldPortalKey?: string | undefined
  oldIdentityKey?: string | undefined
}

/** Configured secrets (32 bytes, base64), or ones made once and kept in the data folder. */
export async function loadSecrets(
  given: ConfiguredKeys,
  { mayMake }: { mayMake: boolean },
): Promise<Secrets> {
  const folder = join(given.dataDir, 'keys')
  const secret = (name: string, value: string | undefined, file: string) =>
    value ? decodeKey(name, value) : keptKey(folder, file, mayMake)
  const old = (name: string, value: string | undefined) => (value ? decodeKey(name, value) : undefined)
  return {
    portal: await secret('PORTAL_KEY', given.portalKey, 'portal'),
    identity: await secret('PORTAL_IDENTITY_KEY', given.identityKey, 'identity'),
    oldPortal: old('PORTAL_KEY_OLD', given.oldPortalKey),
    oldIdentity: old('PORTAL_IDENTITY_KEY_OLD', given.oldIdentityKey),
  }
}

export function decodeKey(name: string, base64: string): Buffer {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== 32)
    throw new Error(`${name} must be 32 bytes in base64; make one with: openssl rand -base64 32`)
  return key
}

async function keptKey(folder: string, name: string, mayMake: boolean): Promise<Buffer> {
  const path = join(folder, `${name}.key`)
  const existing = await readFile(path, 'utf8').catch(ifMissing)
  if (existing !== undefined) return decodeKey(path, existing)
  if (!mayMake) {
    throw new Error(
      `The key ${path} is missing, but the database was sealed with it. Put it back from its copy: a new key could open nothing.`,
    )
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  // Data sealed with a key that a power cut swallows, or leaves half-written, would be lost with it.
  await writeDurably(path, key.toString('base64'))
  await syncFolder(dirname(folder))
  return key
}

/** A key that is there but cannot be read must not be replaced by a new one. */
function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
