import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeKey, deriveKeys, loadKeys } from './keys.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-keys-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test.for([
  ['no base64', 'khóa bí mật của đơn vị'],
  ['too short', Buffer.alloc(31).toString('base64')],
  ['too long', Buffer.alloc(33).toString('base64')],
  ['empty', ''],
] as const)('a key that is %s is refused with the way to make one', ([, value]) => {
  expect(() => decodeKey('PORTAL_KEY', value)).toThrow(
    'PORTAL_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32',
  )
})

test.for([
  ['damaged', 'half a ke'],
  ['empty', ''],
] as const)('a kept key that is %s is never replaced: what it sealed would be lost', async ([, content]) => {
  await mkdir(join(folder, 'keys'))
  await writeFile(join(folder, 'keys/portal.key'), content)
  await expect(loadKeys(folder)).rejects.toThrow('portal.key must be 32 bytes')
  expect(await readFile(join(folder, 'keys/portal.key'), 'utf8')).toBe(content)
})

test.skipIf(process.getuid?.() === 0)('a kept key that cannot be read is not replaced', async () => {
  await loadKeys(folder)
  await chmod(join(folder, 'keys/portal.key'), 0)
  await expect(loadKeys(folder)).rejects.toThrow('EACCES')
})

test('something else in the place of a key is not replaced', async () => {
  await mkdir(join(folder, 'keys/portal.key'), { recursive: true })
  await expect(loadKeys(folder)).rejects.toThrow('EISDIR')
})

test('keys made at the first start are kept for the next, for the owner only', async () => {
  const made = await loadKeys(folder)
  expect(await loadKeys(folder)).toEqual(made)
  expect(new Set(await readdir(join(folder, 'keys')))).toEqual(new Set(['identity.key', 'portal.key']))
  const modes = await Promise.all(
    ['', 'portal.key', 'identity.key'].map(
      async (name) => (await stat(join(folder, 'keys', name))).mode & 0o777,
    ),
  )
  expect(modes).toEqual([0o700, 0o600, 0o600])
})

test('configured keys leave nothing in the folder', async () => {
  const [portal, identity] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const keys = await loadKeys(folder, portal.toString('base64'), identity.toString('base64'))
  expect(keys).toEqual(deriveKeys(portal, identity))
  expect(await readdir(folder)).toEqual([])
})

test('what concerns identity depends on the identity key alone, all else on the portal key', () => {
  const keys = deriveKeys(Buffer.alloc(32, 1), Buffer.alloc(32, 2))
  const otherIdentity = deriveKeys(Buffer.alloc(32, 1), Buffer.alloc(32, 3))
  const changed = Object.keys(keys).filter(
    (name) => !keys[name as keyof typeof keys].equals(otherIdentity[name as keyof typeof keys]),
  )
  expect(changed).toEqual(['identity', 'contactHashes'])
  expect(new Set(Object.values(keys).map((key) => key.toString('hex'))).size).toBe(6)
})
