import fs from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The part of Emscripten's node file system that we lean on; see the self-test in embedded-engine.ts. */
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: { nfd?: number; node: unknown }) => number }
  realPath(node: unknown): string
}

type EmscriptenOptions = Parameters<NodeFS['init']>[1]

const EIO = 29

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
        if (stream.nfd === undefined) syncFolder(nodeFs.realPath(stream.node))
        else fs.fdatasyncSync(stream.nfd)
        this.syncs += 1
        return 0
      } catch {
        // A number, not an exception: PostgreSQL must see the failed fsync and refuse to commit.
        return EIO
      }
    }
  }
}

/** Makes the names in a folder durable. Windows can open no folder, and needs none of this. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
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
