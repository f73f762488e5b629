import type { Failure, Result } from '#contract/error.ts'
import type { Challenge, Proof } from '#contract/proof-of-work.ts'
import { tipsApi } from './tips-api.ts'

/** `done` of `of` parts of the work are finished. */
export type TellWork = (done: number, of: number) => void

/** A challenge may run out while a slow phone works; a second one settles it, a third would not. */
const mostTries = 2

/** Sends; where the server asks the phone for some work first, does it and sends again. */
export async function withProof<T>(
  clientKey: string,
  tell: TellWork,
  send: (proof: { proof?: Proof }) => Promise<Result<T>>,
): Promise<Result<T>> {
  let result = await send({})
  for (let tries = 0; tries < mostTries && !result.ok && asksForWork(result.error); tries += 1) {
    const challenge = await tipsApi.tips.challenge({ body: { clientKey } })
    if (!challenge.ok) return challenge
    const numbers = await solve(challenge.data, tell)
    result = await send({ proof: { challenge: challenge.data.challenge, numbers } })
  }
  return result
}

/** With a time to wait the server means: wait. */
function asksForWork({ code, retryAfter }: Failure): boolean {
  return code === 'rate-limited' && retryAfter === undefined
}

async function solve(challenge: Challenge, tell: TellWork): Promise<number[]> {
  tell(0, challenge.parts)
  return (await startWorker(challenge, tell)) ?? (await solveHere(challenge, tell))
}

/** Undefined where the phone starts no worker: an old webview, or a page that may not load one. */
function startWorker(challenge: Challenge, tell: TellWork): Promise<number[] | undefined> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(new URL('./solve.worker.ts', import.meta.url), { type: 'module' })
      const numbers: number[] = []
      const finish = (result: number[] | undefined) => {
        worker.terminate()
        resolve(result)
      }
      worker.addEventListener('error', () => finish(undefined))
      worker.addEventListener('message', ({ data }: MessageEvent<number[]>) => {
        numbers.push(...data)
        tell(numbers.length, challenge.parts)
        if (numbers.length === challenge.parts) finish(numbers)
      })
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(challenge)
    } catch {
      resolve(undefined)
    }
  })
}

/** Between two steps the page gets its turn, so that it stays alive and shows how far the work is. */
async function solveHere(challenge: Challenge, tell: TellWork): Promise<number[]> {
  const { solveInSteps } = await import('./solve.ts')
  const numbers: number[] = []
  for (const step of solveInSteps(challenge)) {
    numbers.push(...step)
    tell(numbers.length, challenge.parts)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return numbers
}
