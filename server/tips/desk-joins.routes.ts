import type { FastifyInstance } from 'fastify'
import { deskTips } from '#contract/desk-tips.ts'
import type { Queries } from '../db/database.ts'
import type { Desk } from '../desk/desk.ts'
import { serveDesk } from '../desk/serve-desk.ts'
import { ApiError } from '../http/api-error.ts'
import { about, done, type OfQueue } from './desk-queue.ts'
import { toTheMinute } from './minute.ts'
import { addEntry, getDeskTip, sealEntry, type TipDesk } from './tip-desk.ts'
import { joinedTo, joinedWith, lockJoins, lockTips } from './tip-joins.repo.ts'

/** What several people said about one matter is handled as one. */
export function joinRoute(
  app: FastifyInstance,
  desk: Desk,
  tips: TipDesk,
  { queue, channel }: OfQueue,
): void {
  const { db, clock } = tips
  serveDesk(app, desk, queue.merge, ({ params, body, within, officer, note }) =>
    db.tx(async (tx) => {
      const find = (id: number) => getDeskTip(tx, { channel, within }, id)
      await lockJoins(tx)
      await lockTips(tx, params.id, body.into)
      const [tip, other] = [await find(params.id), await find(body.into)]
      if (tip.id === other.id || (await isChain(tx, tip.id, other.id))) throw new ApiError('conflict')
      const stored = await addEntry(tx, {
        ...{ tipId: tip.id, kind: 'merged', otherTipId: other.id },
        ...{ officerId: officer.id, at: toTheMinute(clock()) },
      })
      await note(tx, { ...about(tip), records: [`tip/${tip.id}`, `tip/${other.id}`] })
      return done(stored)
    }),
  )
}

/** Chains would hide from a sender what happens. */
async function isChain(tx: Queries, tipId: number, otherId: number): Promise<boolean> {
  for (const id of [tipId, otherId]) if ((await joinedTo(tx, id)) !== undefined) return true
  return (await joinedWith(tx, tipId)).length > 0
}

/** Those that were joined to it go along: they tell of the same officer. */
export function superiorRoute(app: FastifyInstance, desk: Desk, tips: TipDesk): void {
  const { db } = tips
  serveDesk(app, desk, deskTips.toSuperior, async ({ params, body, within, officer, note }) => {
    const tip = await getDeskTip(db, { channel: 'unit', within }, params.id)
    const sealed = await sealEntry(tips, tip.id, body.reason)
    return db.tx(async (tx) => {
      await lockJoins(tx)
      // The joined ones first, as where something is added to one of them: or two would wait for each other.
      await lockTips(tx, ...(await joinedWith(tx, tip.id)), tip.id)
      // Somebody else may have been faster.
      await getDeskTip(tx, { channel: 'unit', within }, tip.id)
      const moving = { kind: 'to-superior', officerId: officer.id, at: sealed.at } as const
      const stored = await addEntry(tx, { ...moving, ...sealed, tipId: tip.id })
      const along = await joinedWith(tx, tip.id)
      for (const tipId of along) await addEntry(tx, { ...moving, tipId, otherTipId: tip.id })
      await note(tx, { ...about(tip), records: [tip.id, ...along].map((id) => `tip/${id}`) })
      return done(stored)
    })
  })
}
