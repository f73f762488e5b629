import { Blob } from 'node:buffer'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { EXTENSIONS } from '#server/db/embedded-engine.ts'
import { makeSnapshot } from './snapshot.ts'

export interface DataFolder {
  path: string
  remove(): void
}

/** A DATA_DIR with a migrated embedded database in it, for tests that need one on the disk. */
export async function makeDataFolder(): Promise<DataFolder> {
  const path = mkdtempSync(join(tmpdir(), 'portal-data-'))
  mkdirSync(join(path, 'db'))
  const snapshot = new Blob([readFileSync(await makeSnapshot())]) as unknown as globalThis.Blob
  const pglite = await PGlite.create({
    fs: new NodeFS(join(path, 'db')),
    loadDataDir: snapshot,
    extensions: EXTENSIONS,
  })
  await pglite.close()
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
