import type { Queries } from '../db/database.ts'
import { type StoredGrant, storeGrant } from './oa-connection.repo.ts'

/** Waits between the tries to store what Zalo gives only once. */
const storeAgainAfter = [200, 400, 800, 1_600, 3_200]
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Holds a new pair of tokens until the database has it: the old pair is worth nothing any more. */
export class GrantKeeper {
  readonly #db: Queries
  readonly #log: (message: string) => void
  #unsaved: StoredGrant | undefined

  constructor(db: Queries, log: (message: string) => void) {
    this.#db = db
    this.#log = log
  }

  /** Stores the new pair, or one that could not be stored before. Answers whether nothing is left to store. */
  async keep(grant = this.#unsaved): Promise<boolean> {
    if (!grant) return true
    this.#unsaved = grant
    for (const wait of [...storeAgainAfter, 0]) {
      try {
        await storeGrant(this.#db, grant)
        this.#unsaved = undefined
        return true
      } catch (error) {
        this.#log(`The new tokens of the Official Account are not stored yet, do not stop: ${String(error)}`)
        await pause(wait)
      }
    }
    return false
  }
}
