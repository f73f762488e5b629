import type { Database } from '../db/database.ts'
import { listDataKeys, rewrapDataKey } from './data-keys.repo.ts'
import type { Secrets } from './keys.ts'
import { wrappingOf } from './unlock.ts'
import { unwrap, wrap } from './wrapping.ts'

/** Wraps every data key with the present secrets: all or, when one opens with none of them, nothing. */
export async function rotateKeys(db: Database, secrets: Secrets): Promise<number> {
  const wrapping = wrappingOf(secrets)
  return db.tx(async (tx) => {
    const rows = await listDataKeys(tx)
    for (const row of rows) {
      const keys = wrapping[row.vault]
      await rewrapDataKey(tx, row.id, wrap(keys.present, unwrap(keys, row), row))
    }
    return rows.length
  })
}
