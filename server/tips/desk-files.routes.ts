import type { FastifyInstance } from 'fastify'
import type { TipFileKind } from '#contract/tip-files.ts'
import type { Desk } from '../desk/desk.ts'
import { serveDesk } from '../desk/serve-desk.ts'
import { ApiError } from '../http/api-error.ts'
import { about, type OfQueue } from './desk-queue.ts'
import { contextOf } from './sealing.ts'
import { getDeskTip, type TipDesk } from './tip-desk.ts'
import { storedFilesOf } from './tip-files.repo.ts'

/** Shown in the officer's browser as what it is and nothing else: nothing in it runs, frames or is kept. */
const headers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** Pictures and documents are drawn anew in one form; videos keep theirs. */
function typeOf(kind: TipFileKind, bytes: Buffer): { type: string; ending: string } {
  if (kind === 'picture') return { type: 'image/jpeg', ending: 'jpg' }
  if (kind === 'document') return { type: 'application/pdf', ending: 'pdf' }
  const isWebm = bytes.readUInt32BE() === 0x1a45dfa3
  return isWebm ? { type: 'video/webm', ending: 'webm' } : { type: 'video/mp4', ending: 'mp4' }
}

/** One file of a tip, for whom the tip itself is open. */
export function deskFileRoute(app: FastifyInstance, desk: Desk, tips: TipDesk, of: OfQueue): void {
  const { db, files } = tips
  const { queue, channel } = of
  serveDesk(app, desk, queue.openFile, async ({ params, within, note, reply }) => {
    const tip = await getDeskTip(db, { channel, within }, params.id)
    const stored = await storedFilesOf(db, tip.clientKeyHash)
    const file = stored.find(({ id }) => id === params.file)
    if (!file) throw new ApiError('not-found')
    await note(db, { ...about(tip), records: [`tip/${tip.id}`, `tip-file/${file.id}`] })
    const bytes = await files.get(file.name, contextOf.file(file.id))
    const { type, ending } = typeOf(file.kind, bytes)
    return reply
      .headers(headers)
      .header('content-disposition', `inline; filename="tep-${file.id}.${ending}"`)
      .type(type)
      .send(bytes)
  })
}
