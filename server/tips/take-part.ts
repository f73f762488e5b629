import type { TipFileProgress } from '#contract/tip-files.ts'
import { ApiError } from '../http/api-error.ts'
import { finishFile, isWhole, progressOf } from './finish-file.ts'
import { contextOf } from './sealing.ts'
import { requireRoom, type TipFileIntake, tokenHash } from './tip-file-intake.ts'
import { addPart } from './tip-file-parts.repo.ts'
import { findFile, findFileByToken, type TipFileRow } from './tip-files.repo.ts'

export async function getFileByToken({ db, clock }: TipFileIntake, token: string): Promise<TipFileRow> {
  const file = await findFileByToken(db, tokenHash(token), clock())
  if (!file) throw new ApiError('not-found')
  return file
}

/** Adds the bytes from `offset` on. Those that lie there already change nothing, whatever they are. */
export async function takePart(
  intake: TipFileIntake,
  { token, offset, address }: { token: string; offset: number; address: string },
  bytes: Buffer,
): Promise<TipFileProgress> {
  if (bytes.length === 0) throw new ApiError('invalid')
  const file = await getFileByToken(intake, token)
  // Nobody said how long it is: it was begun for Zalo's uploader.
  if (file.size === null) throw new ApiError('conflict')
  if (offset > file.received || offset + bytes.length > file.size) throw new ApiError('conflict')
  if (offset === file.received && !isWhole(file)) await store(intake, file, { bytes, address })
  const now = (await findFile(intake.db, file.id)) ?? file
  return progressOf(isWhole(now) ? await finishFile(intake, now) : now)
}

/** On the disk first, then in the database: an answered part is there, and a part without a row is swept. */
async function store(
  intake: TipFileIntake,
  file: TipFileRow,
  { bytes, address }: { bytes: Buffer; address: string },
): Promise<void> {
  await requireRoom(intake, file, { address, bytes: bytes.length })
  const { id, received } = file
  const { db, files, clock } = intake
  const name = await files.put(bytes, contextOf.part(id, received), clock())
  const counted = await db.tx((tx) =>
    addPart(tx, { fileId: id, atByte: received, bytes: bytes.length, name }),
  )
  if (!counted) await files.remove([name])
}
