import { readConfig } from './config.ts'
import { openDatabase } from './db/open-database.ts'
import { loadSecrets } from './keys/keys.ts'
import { rotateKeys } from './keys/rotate-keys.ts'

/**
 * `npm run keys:rotate`: PORTAL_KEY is the new key and PORTAL_KEY_OLD the one before; the same for the identity key. Servers
 * started with both keys read and write before, during and after it.
 */
try {
  const config = readConfig(process.env)
  const { dataDir, databaseUrl } = config
  if (!config.oldPortalKey && !config.oldIdentityKey) {
    throw new Error(
      'Give the new key as PORTAL_KEY and the one before as PORTAL_KEY_OLD (or PORTAL_IDENTITY_KEY and PORTAL_IDENTITY_KEY_OLD).',
    )
  }
  const db = await openDatabase({ dataDir, databaseUrl, log: (message) => console.log(message) })
  try {
    const count = await rotateKeys(db, await loadSecrets(config, { mayMake: false }))
    console.log(`${count} keys are wrapped anew. Start with the new keys alone from now on.`)
  } finally {
    await db.close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
