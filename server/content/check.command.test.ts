import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentDir } from './content-copy.fixture.ts'

const command = join(import.meta.dirname, 'check.command.ts')
const root = join(import.meta.dirname, '../..')

function run(...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', command, ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout }
}

test('broken content fails and says where', () => {
  const dir = mkdtempSync(join(tmpdir(), 'content-'))
  try {
    cpSync(contentDir, dir, { recursive: true })
    const forms = join(dir, 'forms.yaml')
    writeFileSync(forms, readFileSync(forms, 'utf8').replace('title: Giấy khai đăng ký xe', "title: '?'"))
    const { status, stdout } = run(dir, '--on=2026-11-23')
    expect(status).toBe(1)
    expect(stdout).toMatch(/forms\.yaml:\d+: \[9\]\.title carries a mark of doubt/u)
  } finally {
    rmSync(dir, { recursive: true })
  }
})
