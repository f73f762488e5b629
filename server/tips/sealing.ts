import type { Keys } from '../keys/keys.ts'
import type { Vault } from '../keys/vault.ts'
import { keyedHash } from '../keys/seal.ts'

/** What the tips area seals and hashes with. */
export interface TipSealing {
  keys: Keys
  /** Texts and files; opens with PORTAL_KEY. */
  content: Vault
  /** Names and phone numbers; opens with PORTAL_IDENTITY_KEY. */
  identity: Vault
}

/** Finds a tip, and the files that arrive for it, by the key that only the sender's phone knows. */
export function clientKeyHash(keys: Keys, clientKey: string): Buffer {
  return keyedHash(keys.tipReceipts, 'client key', clientKey)
}

/** What sealed bytes belong to, so that none can be put into the place of others. */
export const contextOf = {
  tip: (clientKeyHash: Buffer) => `tip ${clientKeyHash.toString('hex')}`,
  contact: (clientKeyHash: Buffer) => `contact ${clientKeyHash.toString('hex')}`,
  entry: (tipId: number) => `entry of ${tipId}`,
  part: (fileId: number, atByte: number) => `part ${fileId} ${atByte}`,
  file: (fileId: number) => `file ${fileId}`,
}
