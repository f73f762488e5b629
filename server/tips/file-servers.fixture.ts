import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createClient } from '#contract/client.ts'
import { tools } from '#contract/tools.ts'
import { makeDataFolder } from '../testing/data-folder.ts'
import { databaseUrl, onServer } from '../testing/server-databases.ts'

/** Where servers that a test kills keep everything; without an address the database lies in the folder. */
export interface Place {
  dataDir: string
  url: string
  remove: () => Promise<void>
}

export async function makePlace(): Promise<Place> {
  const source = inject('testDatabase')
  if (source.kind === 'embedded') {
    const { path, remove } = await makeDataFolder()
    return { dataDir: path, url: '', remove: async () => remove() }
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-kill-'))
  const name = `portal_test_${randomUUID().replaceAll('-', '')}`
  await onServer(source.url, `create database ${name} template ${source.template}`)
  const remove = async () => {
    rmSync(dataDir, { recursive: true, force: true })
    await onServer(source.url, `drop database ${name} with (force)`)
  }
  return { dataDir, url: databaseUrl(source.url, name), remove }
}

/** A real server in a process of its own; with a day, one at which that day never ends. */
export async function startFileServer({ dataDir, url }: Place, day = '') {
  const file = join(import.meta.dirname, 'file-server.fixture.ts')
  const args = ['--import', 'tsx', file, dataDir, url, day]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  // Waited for from the start on: it may have ended long before somebody asks.
  const closed = once(child, 'close')
  const [port] = (await once(child.stdout!, 'data')) as [Buffer]
  const origin = `http://127.0.0.1:${port.toString().trim()}`
  return {
    pid: child.pid!,
    origin,
    client: createClient(tools, { origin, retryAfter: [] }),
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
  }
}
export type FileServer = Awaited<ReturnType<typeof startFileServer>>
