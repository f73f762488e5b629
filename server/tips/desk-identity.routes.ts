import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import { serveDesk } from '../desk/serve-desk.ts'
import { ApiError } from '../http/api-error.ts'
import { about, done, type OfQueue } from './desk-queue.ts'
import { toTheMinute } from './minute.ts'
import { lockTips } from './tip-joins.repo.ts'
import { addEntry, getDeskTip, sealEntry, type TipDesk } from './tip-desk.ts'
import { getContact, getRequest, requireApproval, requireSecondOfficer } from './tip-identity.ts'

/** A named sender's contact: asked for with a reason, approved by a second officer, and each look is kept for good. */
export function identityRoutes(app: FastifyInstance, desk: Desk, tips: TipDesk, of: OfQueue): void {
  const { db, clock } = tips
  const { queue, channel } = of
  serveDesk(app, desk, queue.requestIdentity, async ({ params, body, within, officer, note }) => {
    const tip = await getDeskTip(db, { channel, within }, params.id)
    if (!tip.named) throw new ApiError('conflict')
    const sealed = await sealEntry(tips, tip.id, body.reason)
    return db.tx(async (tx) => {
      await lockTips(tx, tip.id)
      // One after the other: who decides would not know which of two was meant.
      if ((await getDeskTip(tx, { channel, within }, tip.id)).identityAsked) throw new ApiError('conflict')
      const kind = 'identity-requested'
      const stored = await addEntry(tx, { tipId: tip.id, kind, officerId: officer.id, ...sealed })
      await note(tx, about(tip))
      return done(stored)
    })
  })
  serveDesk(app, desk, queue.openIdentity, async ({ params, within, officer, note }) => {
    const tip = await getDeskTip(db, { channel, within }, params.id)
    const asked = await getRequest(tips, tip.id, params.request)
    requireApproval(asked, officer.id, clock())
    const contact = await getContact(tips, tip)
    await db.tx(async (tx) => {
      const at = toTheMinute(clock())
      const opening = { tipId: tip.id, kind: 'identity-opened', at, requestId: asked.request.id } as const
      await addEntry(tx, { ...opening, officerId: officer.id })
      await note(tx, about(tip))
    })
    return contact
  })
  decisionRoute(app, desk, tips, of)
}

function decisionRoute(app: FastifyInstance, desk: Desk, tips: TipDesk, { queue, channel }: OfQueue): void {
  const { db, clock } = tips
  serveDesk(app, desk, queue.decideIdentity, async ({ params, body, within, officer, note }) => {
    const tip = await getDeskTip(db, { channel, within }, params.id)
    const { request } = await getRequest(tips, tip.id, params.request)
    requireSecondOfficer(request, officer.id)
    const sealed = body.reason ? await sealEntry(tips, tip.id, body.reason) : { at: toTheMinute(clock()) }
    return db.tx(async (tx) => {
      const kind = body.approved ? 'identity-approved' : 'identity-refused'
      const decision = { tipId: tip.id, kind, officerId: officer.id, requestId: request.id } as const
      const stored = await addEntry(tx, { ...decision, ...sealed })
      await note(tx, about(tip))
      return done(stored)
    })
  })
}
