import type { FastifyInstance } from 'fastify'
import { deskComplaints, deskTips } from '#contract/desk-tips.ts'
import type { Desk } from '../desk/desk.ts'
import { serveDesk } from '../desk/serve-desk.ts'
import { ApiError } from '../http/api-error.ts'
import { deskFileRoute } from './desk-files.routes.ts'
import { identityRoutes } from './desk-identity.routes.ts'
import { about, done, type OfQueue } from './desk-queue.ts'
import { listTips, listWaves, type Reach } from './desk-tips.repo.ts'
import { toTheMinute } from './minute.ts'
import {
  actionHashes,
  addEntry,
  getDeskTip,
  inList,
  openDeskTip,
  sealEntry,
  type TipDesk,
} from './tip-desk.ts'
import { entriesOf } from './tip-entries.repo.ts'

const pageLength = 50

export function deskTipRoutes(app: FastifyInstance, desk: Desk, tips: TipDesk): void {
  for (const [queue, channel] of [
    [deskTips, 'unit'],
    [deskComplaints, 'superior'],
  ] as const) {
    readRoutes(app, desk, tips, { queue, channel })
    deskFileRoute(app, desk, tips, { queue, channel })
    writeRoutes(app, desk, tips, { queue, channel })
    identityRoutes(app, desk, tips, { queue, channel })
  }
  superiorRoute(app, desk, tips)
}

function readRoutes(app: FastifyInstance, desk: Desk, tips: TipDesk, { queue, channel }: OfQueue): void {
  const { db } = tips
  serveDesk(app, desk, queue.list, async ({ query, within, note }) => {
    const reach: Reach = { channel, within }
    const rows = await listTips(db, reach, query, pageLength + 1)
    const page = rows.slice(0, pageLength)
    const waves = await listWaves(db, reach)
    await note(db, { records: page.map(({ id }) => `tip/${id}`) })
    return {
      tips: page.map((tip) => inList(tips, reach, tip)),
      next: rows.length > pageLength ? page[page.length - 1]!.id : null,
      waves: waves.map((wave) => ({ ...wave, newestAt: wave.newestAt.toISOString() })),
    }
  })
  serveDesk(app, desk, queue.open, async ({ params, within, note }) => {
    const reach: Reach = { channel, within }
    const tip = await getDeskTip(db, reach, params.id)
    await note(db, about(tip))
    return openDeskTip(tips, reach, tip)
  })
}

function writeRoutes(app: FastifyInstance, desk: Desk, tips: TipDesk, { queue, channel }: OfQueue): void {
  const { db } = tips
  serveDesk(app, desk, queue.add, async ({ params, body, within, officer, note }) => {
    const tip = await getDeskTip(db, { channel, within }, params.id)
    const sealed = await sealEntry(tips, tip.id, body.text)
    return db.tx(async (tx) => {
      const entry = { tipId: tip.id, kind: body.kind, officerId: officer.id, ...sealed }
      const stored = await addEntry(tx, { ...entry, ...actionHashes(tips, tip.id, body) })
      await note(tx, about(tip))
      return done(stored)
    })
  })
  serveDesk(app, desk, queue.merge, async ({ params, body, within, officer, note }) => {
    const reach: Reach = { channel, within }
    const tip = await getDeskTip(db, reach, params.id)
    const other = await getDeskTip(db, reach, body.into)
    if (tip.id === other.id || (await isMerged(tips, other.id))) throw new ApiError('conflict')
    const at = toTheMinute(tips.clock())
    return db.tx(async (tx) => {
      const entry = {
        tipId: tip.id,
        kind: 'merged',
        at,
        officerId: officer.id,
        otherTipId: other.id,
      } as const
      const stored = await addEntry(tx, entry)
      await note(tx, { ...about(tip), records: [`tip/${tip.id}`, `tip/${other.id}`] })
      return done(stored)
    })
  })
}

/** Chains would hide from a sender what happens. */
async function isMerged({ db }: TipDesk, tipId: number): Promise<boolean> {
  return (await entriesOf(db, tipId)).some(({ kind }) => kind === 'merged')
}

function superiorRoute(app: FastifyInstance, desk: Desk, tips: TipDesk): void {
  const { db } = tips
  serveDesk(app, desk, deskTips.toSuperior, async ({ params, body, within, officer, note }) => {
    const tip = await getDeskTip(db, { channel: 'unit', within }, params.id)
    const sealed = await sealEntry(tips, tip.id, body.reason)
    return db.tx(async (tx) => {
      const stored = await addEntry(tx, {
        tipId: tip.id,
        kind: 'to-superior',
        officerId: officer.id,
        ...sealed,
      })
      await note(tx, about(tip))
      return done(stored)
    })
  })
}
