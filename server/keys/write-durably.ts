import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Whole and on the disk once this returns, also after a power cut: written beside its place, synced, moved there, and
 * the folder synced. `at` becomes the file's time, where the real one would say too much.
 */
export async function writeDurably(path: string, content: string | Buffer, at?: Date): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(content)
    if (at) await file.utimes(at, at)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(dirname(path))
}

export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders; its file system keeps names in order by itself.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
