import { randomUUID } from 'node:crypto'
import type { TipAction } from '#contract/desk-tip-views.ts'
import type { Role } from '#contract/roles.ts'
import type { TipDraft } from '#contract/tips.ts'
import { tipDraft } from '../testing/builders.ts'
import { type deskClient, signIn } from '../testing/officers.ts'
import { good, type TestServer } from './tip-files.fixture.ts'

type DeskClient = ReturnType<typeof deskClient>

export const refused = (code: string) => ({ ok: false, error: { code } })

/** Senders and officers of a server, at the time that its clock shows. */
export function deskOf(server: () => TestServer, clock: () => Date) {
  return {
    async sent(changes: Partial<TipDraft> = {}) {
      const draft = tipDraft(changes)
      const { code, publicCode } = good(await server().client.tips.send({ body: draft }))
      const find = 'select id from tips where public_code = $1'
      const [row] = await server().db.query<{ id: number }>(find, [publicCode])
      return { code, publicCode, clientKey: draft.clientKey, id: String(row!.id) }
    },
    officer: async (roles: Role[], station = '*') => (await signIn(server(), roles, station, clock())).client,
    add: (
      client: DeskClient,
      id: string,
      kind: TipAction,
      text = 'Bạn nhớ biển số xe không?',
      clientKey: string = randomUUID(),
    ) => client.deskTips.add({ params: { id }, body: { clientKey, kind, text } }),
    /** The sender writes once more. */
    addition: async (code: string, text = 'Biển 61-X1.') =>
      good(await server().client.tips.addMessage({ body: { code, clientKey: randomUUID(), text } })),
    thread: async (code: string) => good(await server().client.tips.open({ body: { code } })),
    async idsOf(client: DeskClient, query = {}, queue: 'deskTips' | 'deskComplaints' = 'deskTips') {
      return good(await client[queue].list({ query })).tips.map(({ id }) => String(id))
    },
  }
}
