import type { Readable } from 'node:stream'
import { largestFile, largestPart, type TipFileProgress } from '#contract/tip-files.ts'
import { ApiError } from '../http/api-error.ts'
import { finishFile, isWhole, progressOf, refuseFile } from './finish-file.ts'
import { contextOf } from './sealing.ts'
import { getFileByToken } from './take-part.ts'
import { requireRoom, type TipFileIntake } from './tip-file-intake.ts'
import { type PartRow, replaceParts } from './tip-file-parts.repo.ts'
import { findFile, type TipFileRow } from './tip-files.repo.ts'

/** Takes a file that comes in one piece. It counts once the last byte lies on the disk; what broke off is forgotten. */
export async function takeWhole(
  intake: TipFileIntake,
  { token, address }: { token: string; address: string },
  body: Readable,
): Promise<TipFileProgress> {
  const file = await getFileByToken(intake, token)
  const { parts, size } = await storeAll(intake, { file, address }, body)
  if (size === 0 || size > largestFile.video) {
    await intake.files.remove(parts.map(({ name }) => name))
    return progressOf(await refuseFile(intake, file.id, size === 0 ? 'broken' : 'too-large'))
  }
  const before = await intake.db.tx((tx) => replaceParts(tx, file.id, parts, size))
  // Another one was faster: then these do not count.
  await intake.files.remove(before ?? parts.map(({ name }) => name))
  const now = await findFile(intake.db, file.id)
  if (!now) throw new ApiError('not-found')
  return progressOf(isWhole(now) ? await finishFile(intake, now) : now)
}

/** Reads to the end whatever happens: the other side may understand no answer before it has sent everything. */
async function storeAll(
  intake: TipFileIntake,
  { file, address }: { file: TipFileRow; address: string },
  body: Readable,
) {
  const parts: PartRow[] = []
  let size = 0
  let failure: unknown
  try {
    for await (const bytes of inParts(body)) {
      const atByte = size
      size += bytes.length
      if (failure || size > largestFile.video) continue
      const put = async () => {
        await requireRoom(intake, file, { address, bytes: bytes.length })
        return intake.files.put(bytes, contextOf.part(file.id, atByte), intake.clock())
      }
      await put().then(
        (name) => parts.push({ atByte, name }),
        (error: unknown) => (failure = error),
      )
    }
  } catch {
    // The body broke off, or was no form.
    failure = new ApiError('invalid')
  }
  if (!failure) return { parts, size }
  await intake.files.remove(parts.map(({ name }) => name))
  throw failure
}

async function* inParts(body: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    length += chunk.length
    if (length < largestPart) continue
    yield Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(waiting)
}
