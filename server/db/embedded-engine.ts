import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { DurableNodeFS, syncFolder, syncTree } from './durable-node-fs.ts'
import { EmbeddedSession } from './embedded-session.ts'

/** The extensions a migration may create; each PGlite must be opened with the same ones. */
export const EXTENSIONS = { unaccent, pg_trgm }

/** The major version of PostgreSQL inside the pinned PGlite. */
const MAJOR = '18'

// PGlite starts PostgreSQL with -F, "no fsync". Only the method fsync reaches the file system: PGlite's fdatasync is
// empty. 32 MB of buffers instead of 128 saves 130 MB of memory and costs no point query.
const START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...[
    'fsync=on',
    'wal_sync_method=fsync',
    'shared_buffers=32MB',
    'min_wal_size=32MB',
    'max_wal_size=64MB',
  ].flatMap((setting) => ['-c', setting]),
]

export interface EmbeddedEngine {
  pglite: PGlite
  session: EmbeddedSession
}

export async function openEngine(
  folder: string,
  log: (message: string) => void,
  fileSystem = (path: string) => new DurableNodeFS(path),
): Promise<EmbeddedEngine> {
  if (!fs.existsSync(join(folder, 'PG_VERSION'))) await createFolder(folder, log)
  refuseOtherMajor(folder)
  const files = fileSystem(folder)
  const pglite = await start(files, folder)
  const session = new EmbeddedSession(pglite)
  try {
    checkDurability(session, files)
  } catch (error) {
    await pglite.close()
    throw error
  }
  return { pglite, session }
}

/** Made beside its place and moved there whole, so that a start which was cut off leaves nothing half made. */
async function createFolder(folder: string, log: (message: string) => void): Promise<void> {
  log(`Creating the embedded database in ${folder}, this takes a few seconds once`)
  const draft = `${folder}.creating`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { recursive: true })
  const pglite = await start(new DurableNodeFS(draft), draft)
  await pglite.close()
  syncTree(draft)
  fs.renameSync(draft, folder)
  syncFolder(dirname(folder))
}

async function start(files: DurableNodeFS, folder: string): Promise<PGlite> {
  const said: string[] = []
  try {
    return await PGlite.create({
      fs: files,
      extensions: EXTENSIONS,
      startParams: START_PARAMS,
      onStderr: (line) => said.push(line) > 0,
    })
  } catch (error) {
    const words = said.slice(-5).join('\n')
    throw new Error(`The embedded database in ${folder} does not start.\n${words}`, { cause: error })
  }
}

function refuseOtherMajor(folder: string): void {
  const found = fs.readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found === MAJOR) return
  throw new Error(
    `The embedded database in ${folder} was written by PostgreSQL ${found}, this version brings ${MAJOR}: ` +
      'dump it with the version that wrote it, move the folder away and restore the dump',
  )
}

/** The shim leans on PGlite's inside: an update that moves it must stop the start, not lose the citizens' tips. */
function checkDurability(session: EmbeddedSession, files: DurableNodeFS): void {
  const before = files.syncs
  session.run("select pg_logical_emit_message(true, 'durability-self-test', '')")
  if (files.syncs > before) return
  throw new Error(
    'Refusing to start: the embedded database does not put commits on the disk, so a power cut would lose them. ' +
      'Install exactly the pinned version of @electric-sql/pglite, or use a PostgreSQL server (DATABASE_URL)',
  )
}
