import { randomBytes } from 'node:crypto'
import type { Queries } from '../db/database.ts'
import {
  addDataKey,
  type DataKeyRow,
  findDataKey,
  findDataKeyById,
  type VaultName,
} from './data-keys.repo.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'
import { open as openText } from './seal.ts'
import { unwrap, wrap, type WrappingKeys } from './wrapping.ts'

const version = 2
/** What was sealed before there were data keys, directly with a key derived from the secret. */
const withoutDataKey = 1
const idLength = 4

export interface VaultOptions {
  db: Queries
  name: VaultName
  wrapping: WrappingKeys
  /** Opens what was sealed before there were data keys. */
  formerKey: Buffer
}

/**
 * Seals texts and files, each month with another data key that lies wrapped in the database: changing the secret means
 * wrapping a few keys anew, whatever they sealed. The context names what the bytes belong to, for example
 * `file <id>`; the same words must be said to open them.
 */
export class Vault {
  readonly #options: VaultOptions
  readonly #byMonth = new Map<string, Promise<{ id: number; key: Buffer }>>()
  readonly #byId = new Map<number, Promise<Buffer>>()

  constructor(options: VaultOptions) {
    this.#options = options
  }

  async seal(content: string | Buffer, context: string, now: Date): Promise<Buffer> {
    const { id, key } = await this.#ofMonth(now.toISOString().slice(0, 7))
    const head = Buffer.alloc(1 + idLength)
    head.writeUInt8(version)
    head.writeUInt32BE(id, 1)
    return Buffer.concat([head, sealBytes(key, Buffer.from(content), context)])
  }

  async open(sealed: Buffer, context: string): Promise<Buffer> {
    if (sealed[0] === withoutDataKey) return Buffer.from(openText(this.#options.formerKey, sealed))
    if (sealed[0] !== version) throw new Error('These bytes were sealed by an unknown version')
    const key = await this.#withId(sealed.readUInt32BE(1))
    return openBytes(key, sealed.subarray(1 + idLength), context)
  }

  async openText(sealed: Buffer, context: string): Promise<string> {
    return (await this.open(sealed, context)).toString('utf8')
  }

  #ofMonth(month: string): Promise<{ id: number; key: Buffer }> {
    return remembered(this.#byMonth, month, async () => {
      const { db, name, wrapping } = this.#options
      const row = (await findDataKey(db, name, month)) ?? (await this.#make(month))
      const key = unwrap(wrapping, row)
      this.#byId.set(row.id, Promise.resolve(key))
      return { id: row.id, key }
    })
  }

  async #make(month: string): Promise<DataKeyRow> {
    const { db, name, wrapping } = this.#options
    const place = { vault: name, name: month }
    await addDataKey(db, { ...place, wrapped: wrap(wrapping.present, randomBytes(32), place) })
    const row = await findDataKey(db, name, month)
    if (!row) throw new Error(`The data key of ${month} could not be stored`)
    return row
  }

  #withId(id: number): Promise<Buffer> {
    return remembered(this.#byId, id, async () => {
      const row = await findDataKeyById(this.#options.db, this.#options.name, id)
      if (!row) throw new Error(`The data key ${id} is gone`)
      return unwrap(this.#options.wrapping, row)
    })
  }
}

/** Asked for once, however many wait for it; a failure is not remembered. */
function remembered<K, V>(known: Map<K, Promise<V>>, name: K, find: () => Promise<V>): Promise<V> {
  const found = known.get(name) ?? find()
  known.set(name, found)
  found.catch(() => known.delete(name))
  return found
}
