import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../content/load-demo.ts'
import { findAccount } from '../desk/officers.repo.ts'
import { tipDraft } from '../testing/builders.ts'
import { signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { seedOfficers, seedTips } from './seed-demo.ts'

const now = new Date('2026-11-26T03:00:00Z')
const demo = await loadDemo(join(import.meta.dirname, '../../content'), now)
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  const { db, keys, vaults } = server
  for (let start = 0; start < 2; start += 1) {
    await seedTips(db, { keys, ...vaults }, demo.tips)
    await seedOfficers(db, demo.officers)
  }
})
afterAll(() => server.close())

const officer = async (role: 'triage' | 'superior') => (await signIn(server, [role], '*', now)).client

test('each invented tip is there once, marked, and its words say that it is invented', async () => {
  expect(await server.db.query('select from tips')).toHaveLength(demo.tips.length)
  const client = await officer('triage')
  const list = await client.deskTips.list()
  const ids = list.ok ? list.data.tips.map(({ id }) => String(id)) : []
  expect(ids).toHaveLength(3)
  for (const id of ids) {
    const tip = await client.deskTips.open({ params: { id } })
    expect(tip.ok && tip.data.content.text).toMatch(/^\(Minh họa\) /)
    expect(tip).toMatchObject({ data: { demo: true } })
  }
})

test('what somebody sends beside them bears no mark', async () => {
  expect(await server.client.tips.send({ body: tipDraft() })).toMatchObject({ ok: true })
  const list = await (await officer('triage')).deskTips.list()
  expect(list.ok && list.data.tips.map(({ demo: mark }) => mark)).toEqual([false, true, true, true])
})

test('the invented complaint about an officer is for the superior alone', async () => {
  const client = await officer('superior')
  expect(await client.deskComplaints.list()).toMatchObject({
    data: { tips: [{ category: 'khac', demo: true }] },
  })
})

test('there is an invented officer for every role', async () => {
  const accounts = await Promise.all(demo.officers.map(({ login }) => findAccount(server.db, login)))
  expect(accounts.every((account) => account?.demo)).toBe(true)
  const roles = new Set(accounts.flatMap((account) => account?.grants.map(({ role }) => role) ?? []))
  expect([...roles].sort()).toEqual(['admin', 'editor', 'records', 'superior', 'supervisor', 'triage'])
})
