import type { FastifyInstance } from 'fastify'
import { deskComplaints, deskTips } from '#contract/desk-tips.ts'
import type { Desk } from '../desk/desk.ts'
import { serveDesk } from '../desk/serve-desk.ts'
import { deskFileRoute } from './desk-files.routes.ts'
import { identityRoutes } from './desk-identity.routes.ts'
import { joinRoute, superiorRoute } from './desk-joins.routes.ts'
import { about, done, type OfQueue } from './desk-queue.ts'
import { listTips, listWaves } from './desk-tip-list.repo.ts'
import type { Reach } from './desk-tips.repo.ts'
import {
  actionHashes,
  addEntry,
  getDeskTip,
  inList,
  openDeskTip,
  sealEntry,
  type TipDesk,
} from './tip-desk.ts'
import { lateBefore } from './tip-deadlines.ts'

const pageLength = 50

export function deskTipRoutes(app: FastifyInstance, desk: Desk, tips: TipDesk): void {
  for (const [queue, channel] of [
    [deskTips, 'unit'],
    [deskComplaints, 'superior'],
  ] as const) {
    readRoutes(app, desk, tips, { queue, channel })
    deskFileRoute(app, desk, tips, { queue, channel })
    addRoute(app, desk, tips, { queue, channel })
    joinRoute(app, desk, tips, { queue, channel })
    identityRoutes(app, desk, tips, { queue, channel })
  }
  superiorRoute(app, desk, tips)
}

function readRoutes(app: FastifyInstance, desk: Desk, tips: TipDesk, { queue, channel }: OfQueue): void {
  const { db } = tips
  serveDesk(app, desk, queue.list, async ({ query, within, note }) => {
    const reach: Reach = { channel, within }
    const { overdue, ...wishes } = query
    const late = overdue && lateBefore(channel, tips.clock())
    const rows = await listTips(db, reach, { ...wishes, late }, pageLength + 1)
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

function addRoute(app: FastifyInstance, desk: Desk, tips: TipDesk, { queue, channel }: OfQueue): void {
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
}
