import { mostTipFiles, type TipFileProgress } from '#contract/tip-files.ts'
import { ApiError } from '../http/api-error.ts'
import { finishFile, isWhole, progressOf } from './finish-file.ts'
import { toTheMinute } from './minute.ts'
import {
  fileKeyHash,
  newToken,
  type Owner,
  ownerHashOf,
  requireRoomToBegin,
  type TipFileIntake,
  tokenHash,
} from './tip-file-intake.ts'
import {
  countFiles,
  findFileByKey,
  findOwner,
  giveToken,
  insertFile,
  lockOwner,
  type TipFileRow,
} from './tip-files.repo.ts'

const minute = 60_000
/** An upload that takes longer asks again. Zalo's uploader begins at once, and its address stands in more logs. */
const validFor = { parts: 60 * minute, whole: 10 * minute }
/** Files of one tip that turned out to be none. Beyond that nobody errs. */
const mostRefused = 20

export interface FileStart extends Owner {
  fileKey: string
  size?: number | undefined
  /** Where it comes from. */
  address: string
}

/** Begins a file, or answers how far it came; then all tokens given before are void. */
export async function startFile(
  intake: TipFileIntake,
  start: FileStart,
): Promise<TipFileProgress & { token: string | null }> {
  const { db, sealing } = intake
  const ownerHash = await ownerHashOf(intake, start)
  const keyHash = fileKeyHash(sealing.keys, ownerHash, start.fileKey)
  const file = (await findFileByKey(db, keyHash)) ?? (await beginFile(intake, { ownerHash, keyHash }, start))
  if (isWhole(file)) return { ...progressOf(await finishFile(intake, file)), token: null }
  if (file.state !== 'arriving') return { ...progressOf(file), token: null }
  return { ...progressOf(file), token: await letIn(intake, file, start.size ?? null) }
}

async function beginFile(
  intake: TipFileIntake,
  hashes: { ownerHash: Buffer; keyHash: Buffer },
  { size = null, address }: { size?: number | null | undefined; address: string },
): Promise<TipFileRow> {
  const owner = await findOwner(intake.db, hashes.ownerHash)
  await requireRoomToBegin(intake, { address, wave: owner?.wave ?? null, hasTip: owner !== undefined }, size)
  const begunAt = toTheMinute(intake.clock())
  return intake.db.tx(async (tx) => {
    await lockOwner(tx, hashes.ownerHash)
    // Somebody may have begun the same one meanwhile.
    const known = await findFileByKey(tx, hashes.keyHash)
    if (known) return known
    const { kept, refused } = await countFiles(tx, hashes.ownerHash)
    if (kept >= mostTipFiles || refused >= mostRefused) throw new ApiError('conflict')
    await insertFile(tx, { ...hashes, size, begunAt })
    return (await findFileByKey(tx, hashes.keyHash))!
  })
}

/** What has begun to arrive under one key stays the file that it was. */
async function letIn({ db, clock }: TipFileIntake, file: TipFileRow, size: number | null): Promise<string> {
  if (file.received > 0 && size !== null && size !== file.size) throw new ApiError('conflict')
  const token = newToken()
  const wait = size === null ? validFor.whole : validFor.parts
  const until = toTheMinute(new Date(clock().getTime() + wait + minute))
  await giveToken(db, file.id, { hash: tokenHash(token), until, size })
  return token
}
