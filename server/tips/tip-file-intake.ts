import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../db/database.ts'
import type { Cleaner } from '../evidence/cleaner.ts'
import type { SealedFiles } from '../evidence/sealed-files.ts'
import { ApiError } from '../http/api-error.ts'
import type { Keys } from '../keys/keys.ts'
import { keyedHash } from '../keys/seal.ts'
import { FileGate, type FileLimits, type FileOrigin } from './file-gate.ts'
import { closedFor, createIntake, type FreeBytes } from './intake.ts'
import { getTip } from './open-thread.ts'
import { clientKeyHash, type TipSealing } from './sealing.ts'
import { bytesWithoutTip, type TipFileRow } from './tip-files.repo.ts'

/** Files stop long before texts do. */
const leastFreeBytes = 2 * 1024 * 1024 * 1024

/** What taking files needs. */
export interface TipFileIntake {
  db: Database
  sealing: TipSealing
  files: SealedFiles
  cleaner: Cleaner
  gate: FileGate
  /** Not when the disk is so full that texts may need the rest. */
  isOpen: () => Promise<boolean>
  clock: () => Date
  /** Those that this process cleans now, by their number. */
  finishing: Map<number, Promise<TipFileRow>>
}

export function createFileIntake(
  options: Omit<TipFileIntake, 'isOpen' | 'finishing' | 'gate'> & {
    freeBytes: FreeBytes
    fileLimits?: FileLimits | undefined
  },
): TipFileIntake {
  const { freeBytes, fileLimits, ...rest } = options
  const isOpen = createIntake(freeBytes, rest.clock, leastFreeBytes)
  return { ...rest, isOpen, gate: new FileGate(fileLimits), finishing: new Map() }
}

/** A tip by its key or its receipt, exactly one of them. */
export interface Owner {
  clientKey?: string | undefined
  code?: string | undefined
}

/** The hash by which files belong to a tip, whether it has been sent or is still being written. */
export async function ownerHashOf(
  { db, sealing }: Pick<TipFileIntake, 'db' | 'sealing'>,
  { clientKey, code }: Owner,
): Promise<Buffer> {
  if (clientKey !== undefined && code === undefined) return clientKeyHash(sealing.keys, clientKey)
  if (code !== undefined && clientKey === undefined) return (await getTip(db, code)).clientKeyHash
  throw new ApiError('invalid', { fields: { [code === undefined ? 'clientKey' : 'code']: 'required' } })
}

export function fileKeyHash(keys: Keys, ownerHash: Buffer, fileKey: string): Buffer {
  return keyedHash(keys.tipReceipts, 'file key', ownerHash.toString('hex'), fileKey)
}

export const newToken = () => randomBytes(24).toString('base64url')
/** Of a random token a plain hash cannot be walked backwards. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

async function requireOpenForFiles({ isOpen }: TipFileIntake): Promise<void> {
  if (!(await isOpen())) throw new ApiError('unavailable', { retryAfter: closedFor })
}

/** Lets bytes in, or refuses with the time to wait: when the disk, the day or who sends them has no room. */
export async function requireRoom(
  intake: TipFileIntake,
  file: Pick<TipFileRow, 'wave' | 'hasTip'>,
  { address, bytes }: { address: string; bytes: number },
): Promise<void> {
  await requireOpenForFiles(intake)
  if (!file.hasTip) await requireRoomWithoutTip(intake)
  refuseFor(intake.gate.spend({ address, wave: file.wave }, bytes, intake.clock()))
}

/** As a new file begins. */
export async function requireRoomToBegin(
  intake: TipFileIntake,
  origin: FileOrigin & { hasTip: boolean },
  size: number | null,
): Promise<void> {
  await requireOpenForFiles(intake)
  if (!origin.hasTip) await requireRoomWithoutTip(intake)
  refuseFor(intake.gate.begin(origin, size, intake.clock()))
}

function refuseFor(seconds: number): void {
  if (seconds > 0) throw new ApiError('rate-limited', { retryAfter: seconds })
}

async function requireRoomWithoutTip({ db, gate }: TipFileIntake): Promise<void> {
  if ((await bytesWithoutTip(db)) >= gate.limits.withoutTip)
    throw new ApiError('unavailable', { retryAfter: closedFor })
}
