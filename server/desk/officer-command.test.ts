import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { auditOf } from '../testing/officers.ts'
import { runOfficerCommand } from './officer-command.ts'
import { openOfficerSession } from './officer-sessions.repo.ts'
import { findAccount } from './officers.repo.ts'
import { checkPassphrase } from './passphrase.ts'

const good = 'xoài tím đi xe đạp'
let db: TestDatabase
let said: string[]
let typed: string
beforeAll(async () => void (db = await openTestDatabase()))
beforeEach(() => {
  said = []
  typed = good
})
afterEach(() => db.empty())
afterAll(() => db.close())

const run = (...args: string[]) =>
  runOfficerCommand(
    {
      db,
      stations: ['ben-cat', 'my-phuoc'],
      askPassphrase: async () => typed,
      say: (line) => void said.push(line),
      clock: () => new Date(),
    },
    args,
  )
const addLan = () => run('add', 'Lan.Nguyen', '--name', 'Nguyễn Thị Lan', '--role', 'records@ben-cat')

test('an officer is added with roles and a passphrase that is stored stretched', async () => {
  await addLan()
  const account = await findAccount(db, 'lan.nguyen')
  expect(account).toMatchObject({
    name: 'Nguyễn Thị Lan',
    active: true,
    demo: false,
    grants: [{ station: 'ben-cat', role: 'records' }],
  })
  expect(account?.passphraseHash).toMatch(/^scrypt\$15\$3\$/)
  expect(await checkPassphrase(good, account?.passphraseHash)).toBe(true)
  expect(await checkPassphrase(good.normalize('NFD'), account?.passphraseHash)).toBe(true)
  expect(await checkPassphrase(`${good}!`, account?.passphraseHash)).toBe(false)
  expect(await auditOf(db)).toMatchObject([
    { officerId: null, action: 'officer.add', records: ['officer/1'] },
  ])
})

test.for([
  ['short', 'too short'],
  ['aaaaaaaaaaaaaaaaaaaa', 'repeats itself'],
  ['xin chào lan.nguyen nhé', 'lan.nguyen'],
  ['tôi là Nguyễn, người Bến Cát', 'Nguyễn'],
] as const)('the passphrase „%s“ is refused with a sentence that says why', async ([given, why]) => {
  typed = given
  await expect(addLan()).rejects.toThrow(why)
  expect(await db.query('select * from officers')).toEqual([])
})

test.for([
  [[], 'npm run officer'],
  [['remove', 'lan'], 'npm run officer'],
  [['constructor'], 'npm run officer'],
  [['add'], 'Give a login'],
  [['add', 'Lan Nguyễn', '--name', 'x', '--role', 'records@ben-cat'], 'Give a login'],
  [['add', 'lan.nguyen', '--role', 'records@ben-cat'], 'full name'],
  [['add', 'lan.nguyen', '--name', 'Lan'], 'at least one --role'],
  [['add', 'lan.nguyen', '--name', 'Lan', '--role', 'boss@ben-cat'], 'No role “boss”'],
  [['add', 'lan.nguyen', '--name', 'Lan', '--role', 'records@hue'], 'No station “hue”'],
  [['add', 'lan.nguyen', '--name', 'Lan', '--role', 'records'], 'No station “”'],
  [['add', 'lan.nguyen', '--passphrase', 'x'], 'passphrase'],
  [['disable', 'nobody'], 'There is no officer nobody'],
] as const)('%j ends in a sentence', async ([args, sentence]) => {
  await expect(run(...args)).rejects.toThrow(sentence)
})

test('a login is taken once', async () => {
  await addLan()
  await expect(addLan()).rejects.toThrow('already an officer lan.nguyen')
})

test('a disabled officer is signed out and marked in the list, and may be enabled again', async () => {
  await addLan()
  await openOfficerSession(db, 1, new Date())
  await run('disable', 'lan.nguyen')
  expect(await db.query('select * from officer_sessions')).toEqual([])
  await run('list')
  expect(said.at(-1)).toMatch(/lan\.nguyen +Nguyễn Thị Lan \(disabled\) +records@ben-cat/)
  await run('enable', 'lan.nguyen')
  expect(await findAccount(db, 'lan.nguyen')).toMatchObject({ active: true })
})

test('a new passphrase ends all sessions', async () => {
  await addLan()
  await openOfficerSession(db, 1, new Date())
  typed = 'bốn con mèo trên mái tôn'
  await run('passphrase', 'lan.nguyen')
  expect(await db.query('select * from officer_sessions')).toEqual([])
  const account = await findAccount(db, 'lan.nguyen')
  expect(await checkPassphrase(good, account?.passphraseHash)).toBe(false)
  expect(await checkPassphrase(typed, account?.passphraseHash)).toBe(true)
})

test('roles are replaced as a whole', async () => {
  await addLan()
  await run('roles', 'lan.nguyen', '--role', 'triage@*', '--role', 'editor@my-phuoc')
  expect(await findAccount(db, 'lan.nguyen')).toMatchObject({
    grants: [
      { station: '*', role: 'triage' },
      { station: 'my-phuoc', role: 'editor' },
    ],
  })
})

test('an empty list says so', async () => {
  await run('list')
  expect(said).toEqual(['There are no officers yet.'])
})
