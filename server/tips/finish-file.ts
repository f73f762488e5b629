import type { TipFileProgress, TipFileRefusal } from '#contract/tip-files.ts'
import type { Cleaned } from '../evidence/cleaned.ts'
import { CleanerUnavailable } from '../evidence/clean-process.ts'
import { ApiError } from '../http/api-error.ts'
import { toTheMinute } from './minute.ts'
import { contextOf } from './sealing.ts'
import type { TipFileIntake } from './tip-file-intake.ts'
import { dropParts, type PartRow, partsOf } from './tip-file-parts.repo.ts'
import { endFile, findFile, noteFile, type TipFileRow } from './tip-files.repo.ts'

/** Seconds after which a full queue of files has moved. */
const busyFor = 20

export const progressOf = ({ state, received, kind, refusal }: TipFileRow): TipFileProgress => ({
  state,
  received,
  kind,
  refusal,
})

/** All of it lies here, and what is to become of it is not known yet. */
export const isWhole = ({ state, size, received }: TipFileRow) => state === 'arriving' && received === size

/**
 * Cleans a file that has arrived and keeps what is left, once: several processes may try at the same time, or again after
 * one was killed; the first to end it counts.
 */
export async function finishFile(intake: TipFileIntake, file: TipFileRow): Promise<TipFileRow> {
  const running = intake.finishing.get(file.id)
  if (running) return running
  const work = finish(intake, file)
    .catch((error: unknown) => unlessEnded(intake, file.id, error))
    .finally(() => intake.finishing.delete(file.id))
  intake.finishing.set(file.id, work)
  return work
}

/** Another process was faster, and the parts were gone before they were read here. */
async function unlessEnded(intake: TipFileIntake, id: number, error: unknown): Promise<TipFileRow> {
  const now = await getFile(intake, id)
  if (now.state === 'arriving') throw error
  return now
}

/** Of a wave no films are kept: what shows the same a thousand times takes the room of what is shown once. */
async function finish(intake: TipFileIntake, { id, wave }: TipFileRow): Promise<TipFileRow> {
  const { db, files, cleaner } = intake
  if (cleaner.full) throw new ApiError('unavailable', { retryAfter: busyFor })
  const parts = await partsOf(db, id)
  const opened = await cleaner.clean(await bytesOf(intake, id, parts)).catch((error: unknown) => {
    if (error instanceof CleanerUnavailable) throw new ApiError('unavailable', { retryAfter: busyFor })
    throw error
  })
  const isFilm = 'kind' in opened && opened.kind === 'video'
  await end(intake, id, wave !== null && isFilm ? { refusal: 'too-large' } : opened)
  await files.remove(parts.map(({ name }) => name))
  return getFile(intake, id)
}

export async function refuseFile(
  intake: TipFileIntake,
  id: number,
  refusal: TipFileRefusal,
): Promise<TipFileRow> {
  await end(intake, id, { refusal })
  return getFile(intake, id)
}

/** Not there any more when it was taken back meanwhile. */
async function getFile({ db }: TipFileIntake, id: number): Promise<TipFileRow> {
  const file = await findFile(db, id)
  if (!file) throw new ApiError('not-found')
  return file
}

async function bytesOf({ files }: TipFileIntake, id: number, parts: readonly PartRow[]): Promise<Buffer> {
  const opened: Buffer[] = []
  for (const { name, atByte } of parts) opened.push(await files.get(name, contextOf.part(id, atByte)))
  return Buffer.concat(opened)
}

async function end({ db, files, clock }: TipFileIntake, id: number, cleaned: Cleaned): Promise<void> {
  const now = clock()
  const at = toTheMinute(now)
  if ('refusal' in cleaned) {
    await db.tx(async (tx) => {
      if (await endFile(tx, id, { ...cleaned, at })) await dropParts(tx, id)
    })
    return
  }
  const { kind, bytes } = cleaned
  const name = await files.put(bytes, contextOf.file(id), now)
  const counted = await db.tx(async (tx) => {
    const first = await endFile(tx, id, { kind, name, bytes: bytes.length, at })
    if (first) {
      await dropParts(tx, id)
      await noteFile(tx, id, at)
    }
    return first
  })
  if (!counted) await files.remove([name])
}
