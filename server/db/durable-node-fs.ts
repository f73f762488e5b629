import fs from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The part of Emscripten's node file system that we lean on; see the self-test in embedded-engine.ts. */
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: { nfd?: number; node: { mode: number } }) => number }
}

type EmscriptenOptions = Parameters<NodeFS['init']>[1]

const EIO = 29

// It keeps names safe by itself and lets nobody sync a folder. Not tried there.
const WINDOWS = process.platform === 'win32'

/**
 * PGlite's own NodeFS has no fsync at all: a commit it acknowledged is lost in a power cut
 * (electric-sql/pglite#1107). This one hands every fsync to the disk.
 */
export class DurableNodeFS extends NodeFS {
  /** How often PostgreSQL had something put on the disk for good. */
  syncs = 0

  override async init(pglite: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options)
    const install = (module: { NODEFS: unknown }) => this.install(module.NODEFS as NodeFileSystem)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), install] } }
  }

  protected install(nodeFs: NodeFileSystem): void {
    nodeFs.stream_ops.fsync = (stream) => {
      try {
        if (stream.nfd === undefined) return EIO
        if (!isFolder(stream.node.mode)) fs.fdatasyncSync(stream.nfd)
        else if (!WINDOWS) fs.fsyncSync(stream.nfd)
        this.syncs += 1
        return 0
      } catch {
        // A number, not an exception: PostgreSQL must see the failed fsync and refuse to commit.
        return EIO
      }
    }
  }
}

function isFolder(mode: number): boolean {
  return (mode & fs.constants.S_IFMT) === fs.constants.S_IFDIR
}

/** Makes the names in a folder durable. */
export function syncFolder(path: string): void {
  if (WINDOWS) return
  const handle = fs.openSync(path, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Puts everything below a folder on the disk. */
export function syncTree(path: string): void {
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    const child = `${path}/${entry.name}`
    if (entry.isDirectory()) syncTree(child)
    else syncFile(child)
  }
  syncFolder(path)
}

function syncFile(path: string): void {
  // Windows flushes only handles that may write.
  const handle = fs.openSync(path, 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
