import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-lock-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function lockInChild(): Promise<ChildProcess> {
  const file = join(import.meta.dirname, 'folder-lock.fixture.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', file, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

test('one process at a time, under any name of the folder', async () => {
  const link = `${folder}-link`
  symlinkSync(folder, link)
  const unlock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(
    `Another process uses the data folder ${folder}; stop it first`,
  )
  await expect(lockFolder(link)).rejects.toThrow('Another process')
  await unlock()
  await (
    await lockFolder(link)
  )()
  rmSync(link)
})

test('another process is refused, and let in at once after a kill -9', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 3; round += 1) {
    const child = await lockInChild()
    await expect(lockFolder(folder)).rejects.toThrow('Another process')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (
      await lockFolder(folder)
    )()
  }
})

test('two folders do not disturb each other', async () => {
  const other = mkdtempSync(join(tmpdir(), 'portal-lock-'))
  const unlocks = [await lockFolder(folder), await lockFolder(other)]
  await Promise.all(unlocks.map((unlock) => unlock()))
  rmSync(other, { recursive: true })
})
