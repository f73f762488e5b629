import { randomBytes } from 'node:crypto'
import type { Vault } from '../keys/vault.ts'
import { EvidenceFolder } from './evidence-folder.ts'

/**
 * Seals what goes into the folder. A name is never used twice: two that write at once cannot meet, and the row decides
 * which of them counts.
 */
export class SealedFiles extends EvidenceFolder {
  readonly #vault: Vault

  constructor(folder: string, vault: Vault) {
    super(folder)
    this.#vault = vault
  }

  /** On the disk for good once it answers the name. */
  async put(bytes: Buffer, context: string, now: Date): Promise<string> {
    const name = randomBytes(16).toString('hex')
    const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
    await this.write(name, await this.#vault.seal(bytes, context, now), minute)
    return name
  }

  async get(name: string, context: string): Promise<Buffer> {
    return this.#vault.open(await this.read(name), context)
  }
}
