import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Vault } from '../keys/vault.ts'
import { syncFolder, writeDurably } from '../keys/write-durably.ts'

const form = /^[\da-f]{32}$/

/**
 * A private folder of sealed bytes under names that say nothing, shared by all processes. A name is never used twice:
 * two that write at once cannot meet, and the row decides which of them counts.
 */
export class SealedFiles {
  readonly #folder: string
  readonly #vault: Vault

  constructor(folder: string, vault: Vault) {
    this.#folder = resolve(folder)
    this.#vault = vault
  }

  /** On the disk for good once it answers the name. */
  async put(bytes: Buffer, context: string, now: Date): Promise<string> {
    const name = randomBytes(16).toString('hex')
    const sealed = await this.#vault.seal(bytes, context, now)
    await this.#makeFolder()
    const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
    await writeDurably(this.#path(name), sealed, minute)
    return name
  }

  async get(name: string, context: string): Promise<Buffer> {
    return this.#vault.open(await readFile(this.#path(name)), context)
  }

  /** Does not fail for what is gone already. */
  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(this.#path(name), { force: true })
  }

  /** Also drafts that a killed process left behind: `name` may be removed as it is. */
  async list(): Promise<{ name: string; writtenAt: Date }[]> {
    const names = await readdir(this.#folder).catch(ifMissing)
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(join(this.#folder, name)).catch(ifMissing)
        return 'mtime' in found ? [{ name, writtenAt: found.mtime }] : []
      }),
    )
    return files.flat()
  }

  async #makeFolder(): Promise<void> {
    const made = await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    if (made) await syncFolder(dirname(made))
  }

  #path(name: string): string {
    if (!form.test(name)) throw new Error('No name of a sealed file')
    return join(this.#folder, name)
  }
}

/** Somebody else may have removed it meanwhile. */
function ifMissing(error: NodeJS.ErrnoException): [] {
  if (error.code !== 'ENOENT') throw error
  return []
}
