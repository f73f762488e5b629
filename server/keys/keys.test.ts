import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeKey, deriveKeys, loadSecrets } from './keys.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-keys-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const load = (mayMake = true) => loadSecrets({ dataDir: folder }, { mayMake })

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
  await expect(load()).rejects.toThrow('portal.key must be 32 bytes')
  expect(await readFile(join(folder, 'keys/portal.key'), 'utf8')).toBe(content)
})

test.skipIf(process.getuid?.() === 0)('a kept key that cannot be read is not replaced', async () => {
  await load()
  await chmod(join(folder, 'keys/portal.key'), 0)
  await expect(load()).rejects.toThrow('EACCES')
})

test('something else in the place of a key is not replaced', async () => {
  await mkdir(join(folder, 'keys/portal.key'), { recursive: true })
  await expect(load()).rejects.toThrow('EISDIR')
})

test('keys made at the first start are kept for the next, for the owner only', async () => {
  const made = await load()
  expect(await load()).toEqual(made)
  expect(new Set(await readdir(join(folder, 'keys')))).toEqual(new Set(['identity.key', 'portal.key']))
  const modes = await Promise.all(
    ['', 'portal.key', 'identity.key'].map(
      async (name) => (await stat(join(folder, 'keys', name))).mode & 0o777,
    ),
  )
  expect(modes).toEqual([0o700, 0o600, 0o600])
})

test('where something was sealed already, a missing key is not replaced, and a sentence says so', async () => {
  await expect(load(false)).rejects.toThrow('portal.key is missing, but the database was sealed with it')
  expect(await readdir(folder)).toEqual([])
})

test('configured keys leave nothing in the folder', async () => {
  const [portal, identity] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const given = { portalKey: portal.toString('base64'), identityKey: identity.toString('base64') }
  const secrets = await loadSecrets({ dataDir: folder, ...given }, { mayMake: false })
  expect(secrets).toMatchObject({ portal, identity })
  expect(await readdir(folder)).toEqual([])
})

test('what concerns identity depends on the identity key alone, all else on the portal key', () => {
  const keys = deriveKeys(Buffer.alloc(32, 1), Buffer.alloc(32, 2))
  const otherIdentity = deriveKeys(Buffer.alloc(32, 1), Buffer.alloc(32, 3))
  const changed = Object.keys(keys).filter(
    (name) => !keys[name as keyof typeof keys].equals(otherIdentity[name as keyof typeof keys]),
  )
  expect(changed).toEqual(['identity', 'contactHashes'])
  const all = Object.values(keys).map((key) => key.toString('hex'))
  expect(new Set(all).size).toBe(all.length)
})
