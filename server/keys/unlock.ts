import { randomBytes } from 'node:crypto'
import type { Queries } from '../db/database.ts'
import { addDataKey, findDataKey, listDataKeys, type VaultName } from './data-keys.repo.ts'
import { deriveKeys, type Keys, type Secrets } from './keys.ts'
import { Vault } from './vault.ts'
import { unwrap, wrap, wrappingKey, type WrappingKeys } from './wrapping.ts'

export function wrappingOf(secrets: Secrets): Record<VaultName, WrappingKeys> {
  const { portal, identity, oldPortal, oldIdentity } = secrets
  return {
    content: { present: wrappingKey(portal, 'content'), old: oldPortal && wrappingKey(oldPortal, 'content') },
    identity: {
      present: wrappingKey(identity, 'identity'),
      old: oldIdentity && wrappingKey(oldIdentity, 'identity'),
    },
  }
}

/** Whether this database was sealed before: then a missing key must not be replaced by a new one. */
export async function isSealed(db: Queries): Promise<boolean> {
  return (await listDataKeys(db)).length > 0
}

/**
 * Opens the root of each vault, from which all other keys are derived: they stay the same when the secrets change.
 * A wrong secret opens none, and the start ends with a sentence.
 */
export async function unlockKeys(db: Queries, secrets: Secrets): Promise<Keys> {
  const wrapping = wrappingOf(secrets)
  const portal = await rootOf(db, 'content', wrapping.content, secrets.portal)
  const identity = await rootOf(db, 'identity', wrapping.identity, secrets.identity)
  for (const row of await listDataKeys(db)) unwrap(wrapping[row.vault], row)
  return deriveKeys(portal, identity)
}

export interface Vaults {
  /** Texts and files; opens with PORTAL_KEY. */
  content: Vault
  /** Names and phone numbers; opens with PORTAL_IDENTITY_KEY. */
  identity: Vault
}

export function createVaults(db: Queries, secrets: Secrets, keys: Keys): Vaults {
  const wrapping = wrappingOf(secrets)
  return {
    content: new Vault({ db, name: 'content', wrapping: wrapping.content, formerKey: keys.tipContent }),
    identity: new Vault({ db, name: 'identity', wrapping: wrapping.identity, formerKey: keys.identity }),
  }
}

async function rootOf(db: Queries, vault: VaultName, keys: WrappingKeys, secret: Buffer): Promise<Buffer> {
  const place = { vault, name: 'root' }
  if (!(await findDataKey(db, vault, 'root'))) {
    // Data from before there were roots was made with keys derived from the secret itself.
    const root = (await hasData(db)) ? secret : randomBytes(32)
    await addDataKey(db, { ...place, wrapped: wrap(keys.present, root, place) })
  }
  return unwrap(keys, (await findDataKey(db, vault, 'root'))!)
}

async function hasData(db: Queries): Promise<boolean> {
  const [row] = await db.query<{ any: boolean }>(
    'select exists (select from applications) or exists (select from tips) as any',
  )
  return row?.any ?? false
}
