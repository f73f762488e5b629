import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'

/** Another process holds the folder. */
export class FolderInUse extends Error {}

/** Gives the folder free again. */
export type Unlock = () => Promise<void>

/**
 * Keeps a second process out of a data folder: PGlite has no lock, and two of them lose each other's rows without a
 * word. Each lock is held by the kernel, so it ends with the process however it ends; a lock file would stay.
 * It does not reach across containers that share one volume: never run two of them on the same folder.
 */
export async function lockFolder(folder: string): Promise<Unlock> {
  const path = fs.realpathSync(folder)
  try {
    return await take(path)
  } catch (error) {
    if (!isHeld(error)) throw error
    throw new FolderInUse(
      `Another process uses the data folder ${path}; stop it first, or set another DATA_DIR`,
      { cause: error },
    )
  }
}

async function take(path: string): Promise<Unlock> {
  const name = `citizen-portal-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`
  // A leading NUL makes an abstract socket: a name in the kernel, not a file.
  if (process.platform === 'linux') return listen(`\0${name}`)
  if (process.platform === 'win32') return listen(`\\\\.\\pipe\\${name}`)
  return lockFile(join(path, 'lock'))
}

function listen(name: string): Promise<Unlock> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen({ path: name, exclusive: true }, () => {
      server.unref()
      resolve(() => new Promise((closed) => void server.close(() => closed())))
    })
  })
}

// From macOS's <fcntl.h> (the BSDs have the same): lock while opening, and fail instead of waiting. Not tried on a Mac.
const O_EXLOCK = 0x20
const O_NONBLOCK = 0x4

async function lockFile(path: string): Promise<Unlock> {
  const handle = fs.openSync(path, fs.constants.O_CREAT | fs.constants.O_RDWR | O_EXLOCK | O_NONBLOCK)
  return async () => fs.closeSync(handle)
}

function isHeld(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'EADDRINUSE' || code === 'EAGAIN' || (code === 'EACCES' && process.platform === 'win32')
}
