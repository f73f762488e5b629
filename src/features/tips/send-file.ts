import type { ErrorCode, Failure, Result } from '#contract/error.ts'
import type { TipFileProgress } from '#contract/tip-files.ts'
import { createPartSize } from './part-size.ts'
import type { FileOutcome } from './tip-file.ts'
import { tipFilesApi } from './tip-files-api.ts'

export type FileOwner = { clientKey: string } | { code: string }

export interface FileToSend {
  owner: FileOwner
  fileKey: string
  size: number
  /** Undefined when the phone does not have these bytes any more. */
  read: (from: number, to: number) => Promise<Blob | undefined>
  /** So many bytes lie on the server for good. */
  tell: (received: number) => void
  /** Taken back, or this window has lost the right to send. */
  isOver: () => boolean
}

export type Sent =
  | { kind: 'done'; outcome: FileOutcome }
  /** Nothing is lost: the next sending goes on from where the server is. */
  | { kind: 'stopped'; error: Failure }
  | { kind: 'over' }

/** Waits before tries 2, 3, …, as long as nothing comes through. After that the person decides. */
const waits = [1_000, 3_000, 8_000]
/** A longer wait that the server asks for is told to the person. */
const longestWait = 30_000
/** Of the answers to `start`: this file will not be taken, however often it is sent. */
const final: readonly Failure['code'][] = [
  'invalid',
  'too-large',
  'conflict',
  'not-found',
] satisfies ErrorCode[]

type Step = Sent | { kind: 'failed'; error: Failure }

/** One file, from wherever it came to; the server knows that better than the phone does. */
export async function sendFile(file: FileToSend): Promise<Sent> {
  const size = createPartSize()
  let best = -1
  let tries = 0
  const tell = (received: number) => {
    if (received > best) tries = 0
    best = Math.max(best, received)
    file.tell(received)
  }
  for (;;) {
    const step = await sendFrom({ ...file, tell }, size)
    if (step.kind !== 'failed') return step
    if (file.isOver()) return { kind: 'over' }
    const wait = Math.max(waits[tries] ?? Infinity, (step.error.retryAfter ?? 0) * 1000)
    if (wait > longestWait) return { kind: 'stopped', error: step.error }
    tries += 1
    await pause(wait)
  }
}

async function sendFrom(file: FileToSend, size: ReturnType<typeof createPartSize>): Promise<Step> {
  if (file.isOver()) return { kind: 'over' }
  const { owner, fileKey } = file
  const begun = await tipFilesApi.start({ body: { ...owner, fileKey, size: file.size } })
  if (!begun.ok) return refusal(begun.error)
  let progress: TipFileProgress = begun.data
  const { token } = begun.data
  while (progress.state === 'arriving') {
    file.tell(progress.received)
    if (file.isOver()) return { kind: 'over' }
    const bytes = await readNext(file, progress.received, size.get())
    if (bytes === 'no answer' || token === null) return { kind: 'failed', error: { code: 'unexpected' } }
    if (!bytes) return { kind: 'done', outcome: 'lost' }
    const answer = await sendPart(token, progress.received, bytes, size)
    // Also when the server does not know the token or the place any more: then asking again tells.
    if (!answer.ok) return { kind: 'failed', error: answer.error }
    progress = answer.data
  }
  file.tell(file.size)
  return { kind: 'done', outcome: progress.state === 'stored' ? 'stored' : (progress.refusal ?? 'not-taken') }
}

/** A store that does not answer now may do so later; only what it says it has not is lost. */
async function readNext({ read, size }: FileToSend, from: number, most: number) {
  try {
    return await read(from, Math.min(size, from + most))
  } catch {
    return 'no answer'
  }
}

async function sendPart(
  token: string,
  offset: number,
  bytes: Blob,
  size: ReturnType<typeof createPartSize>,
): Promise<Result<TipFileProgress>> {
  const begin = Date.now()
  const answer = await tipFilesApi.part({ query: { token, offset: String(offset) }, body: bytes })
  if (answer.ok) size.took(Date.now() - begin)
  else size.failed()
  return answer
}

function refusal(error: Failure): Step {
  return final.includes(error.code) ? { kind: 'done', outcome: 'not-taken' } : { kind: 'failed', error }
}

/** Until then, or until there is network again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    window.addEventListener('online', go)
  })
}
