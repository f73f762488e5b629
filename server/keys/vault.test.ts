import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { listDataKeys } from './data-keys.repo.ts'
import { deriveKeys, type Secrets } from './keys.ts'
import { rotateKeys } from './rotate-keys.ts'
import { seal } from './seal.ts'
import { isSealed, unlockKeys, wrappingOf } from './unlock.ts'
import { Vault } from './vault.ts'

const secret = (fill: number) => Buffer.alloc(32, fill)
const secrets: Secrets = { portal: secret(1), identity: secret(2) }
const november = new Date('2026-11-24T03:04:05Z')
const december = new Date('2026-12-24T03:04:05Z')
const former = secret(9)

let db: TestDatabase
beforeAll(async () => void (db = await openTestDatabase()))
afterEach(() => db.empty())
afterAll(() => db.close())

const vault = (given: Secrets = secrets, name: 'content' | 'identity' = 'content') =>
  new Vault({ db, name, wrapping: wrappingOf(given)[name], formerKey: former })

test('bytes come back from a vault that did not seal them, also after a month has changed', async () => {
  const sealed = await vault().seal('Có trộm ở hẻm 12.', 'tip 1', november)
  const later = vault()
  await later.seal('x', 'tip 2', december)
  expect(await later.openText(sealed, 'tip 1')).toBe('Có trộm ở hẻm 12.')
  const file = Buffer.from([0, 1, 2, 255])
  expect(await vault().open(await vault().seal(file, 'file 7', november), 'file 7')).toEqual(file)
  expect((await listDataKeys(db)).map(({ name }) => name)).toEqual(['2026-11', '2026-12'])
})

test('many at once in a new month make one key', async () => {
  const one = vault()
  const two = vault()
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, at) => (at % 2 ? one : two).seal(`${at}`, 'x', november)),
  )
  expect(await Promise.all(all.map((sealed) => vault().openText(sealed, 'x')))).toEqual(
    Array.from({ length: 20 }, (_, at) => `${at}`),
  )
  expect(await listDataKeys(db)).toHaveLength(1)
})

test('sealed bytes cannot be moved, changed or opened by the other vault', async () => {
  const sealed = await vault().seal('Có trộm.', 'tip 1', november)
  await expect(vault().open(sealed, 'tip 2')).rejects.toThrow('authenticate')
  for (const at of [0, 1, 5, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    await expect(vault().open(changed, 'tip 1')).rejects.toThrow(/authenticate|version|gone/)
  }
  await expect(vault(secrets, 'identity').open(sealed, 'tip 1')).rejects.toThrow('gone')
})

test('the data key lies wrapped in the database, and another secret does not open it', async () => {
  const sealed = await vault().seal('Có trộm.', 'tip 1', november)
  const other = { ...secrets, portal: secret(3) }
  await expect(vault(other).open(sealed, 'tip 1')).rejects.toThrow('PORTAL_KEY is not the key')
})

test('what was sealed before there were vaults still opens', async () => {
  expect(await vault().openText(seal(former, 'Tin cũ.'), 'tip 1')).toBe('Tin cũ.')
})

test('the other keys stay the same from start to start, and a wrong secret refuses to start', async () => {
  expect(await isSealed(db)).toBe(false)
  const first = await unlockKeys(db, secrets)
  expect(await isSealed(db)).toBe(true)
  expect((await unlockKeys(db, secrets)).tipReceipts).toEqual(first.tipReceipts)
  await expect(unlockKeys(db, { ...secrets, portal: secret(3) })).rejects.toThrow(
    'PORTAL_KEY is not the key that this database was sealed with',
  )
  await expect(unlockKeys(db, { ...secrets, identity: secret(3) })).rejects.toThrow(
    'PORTAL_IDENTITY_KEY is not the key',
  )
  await expect(unlockKeys(db, { portal: secrets.identity, identity: secrets.portal })).rejects.toThrow(
    'npm run keys:rotate',
  )
})

test('data from before there were roots keep the keys they were made with', async () => {
  await db
    .query(
      `insert into applications (code, factor_hash, procedure) values ('HS-000001', '\\x00', 'Cấp căn cước')`,
    )
    .catch(() =>
      db.query(
        `insert into applications (code, factor_hash, procedure, station) values ('HS-000001', '\\x00', 'Cấp căn cước', 'ben-cat')`,
      ),
    )
  const keys = await unlockKeys(db, secrets)
  expect(keys.lookups).toEqual(deriveKeys(secrets.portal, secrets.identity).lookups)
})

test('after a change of secrets everything opens with the new ones alone, and other keys are the same', async () => {
  const before = await unlockKeys(db, secrets)
  const tip = await vault().seal('Có trộm.', 'tip 1', november)
  const contact = await vault(secrets, 'identity').seal('Lan', 'contact 1', november)
  const next: Secrets = { portal: secret(5), identity: secret(6) }
  const both: Secrets = { ...next, oldPortal: secrets.portal, oldIdentity: secrets.identity }

  // Servers started with both keys go on reading and writing meanwhile.
  expect((await unlockKeys(db, both)).tipReceipts).toEqual(before.tipReceipts)
  expect(await vault(both).openText(tip, 'tip 1')).toBe('Có trộm.')
  const meanwhile = await vault(both).seal('Mới.', 'tip 2', december)
  expect(await rotateKeys(db, both)).toBe(5)

  expect(await vault(next).openText(tip, 'tip 1')).toBe('Có trộm.')
  expect(await vault(next).openText(meanwhile, 'tip 2')).toBe('Mới.')
  expect(await vault(next, 'identity').openText(contact, 'contact 1')).toBe('Lan')
  expect((await unlockKeys(db, next)).tipReceipts).toEqual(before.tipReceipts)
  await expect(unlockKeys(db, secrets)).rejects.toThrow('is not the key')
})

test('a change with a wrong old secret changes nothing', async () => {
  await unlockKeys(db, secrets)
  const rows = await listDataKeys(db)
  await expect(rotateKeys(db, { ...secrets, portal: secret(5), oldPortal: secret(7) })).rejects.toThrow(
    'is not the key',
  )
  expect(await listDataKeys(db)).toEqual(rows)
})
