import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentDir } from './content/content-copy.fixture.ts'

const command = join(import.meta.dirname, 'check.command.ts')
const root = join(import.meta.dirname, '..')

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command, ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
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

test.for(['--on=hom-nay', '--on=2026-13-45', '--nope'])('%s is answered with the usage', (given) => {
  const { status, stderr } = run(given)
  expect(status).toBe(2)
  expect(stderr).toBe('npm run content:check -- [FOLDER] [--strict] [--on YYYY-MM-DD]\n')
})
