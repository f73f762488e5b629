import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { syncFolder, writeDurably } from '../keys/write-durably.ts'

const form = /^[\da-f]{32}$/

/** A private folder of files under names that say nothing, shared by all processes. */
export class EvidenceFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = resolve(folder)
  }

  async write(name: string, bytes: Buffer, at: Date): Promise<void> {
    const made = await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    if (made) await syncFolder(dirname(made))
    await writeDurably(this.#path(name), bytes, at)
  }

  read(name: string): Promise<Buffer> {
    return readFile(this.#path(name))
  }

  /** Does not fail for what is gone already. */
  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(this.#path(name), { force: true })
  }

  /** Removes what was written before `before` and is none of `known`: also drafts that a killed process left behind. */
  async removeOthers(known: ReadonlySet<string>, before: Date): Promise<number> {
    const names = await readdir(this.#folder).catch(ifMissing)
    let removed = 0
    for (const name of names) {
      if (known.has(name)) continue
      const found = await stat(join(this.#folder, name)).catch(ifMissing)
      if (!('mtime' in found) || found.mtime >= before) continue
      await rm(join(this.#folder, name), { force: true })
      removed += 1
    }
    return removed
  }

  #path(name: string): string {
    if (!form.test(name)) throw new Error('No name of a piece of evidence')
    return join(this.#folder, name)
  }
}

/** Somebody else may have removed it meanwhile. */
function ifMissing(error: NodeJS.ErrnoException): [] {
  if (error.code !== 'ENOENT') throw error
  return []
}
