import { randomUUID } from 'node:crypto'
import type { TipFileProgress } from '#contract/tip-files.ts'
import type { startTestServer } from '../testing/start-test-server.ts'

export type TestServer = Awaited<ReturnType<typeof startTestServer>>
export type Owner = { clientKey: string } | { code: string }

/** What a call answered; a refusal ends the test. */
export function good<T>(answer: { ok: true; data: T } | { ok: false; error: { code: string } }): T {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  return answer.data
}

export const blobOf = (bytes: Buffer) => new Blob([new Uint8Array(bytes)])

/** Sends a file as the app does, in parts, from where it stands. */
export async function sendFile(
  { client }: { client: Pick<TestServer['client'], 'tipFiles'> },
  owner: Owner,
  bytes: Buffer,
  { fileKey = randomUUID(), partLength = 256 * 1024 }: { fileKey?: string; partLength?: number } = {},
): Promise<TipFileProgress> {
  const started = good(await client.tipFiles.start({ body: { ...owner, fileKey, size: bytes.length } }))
  let progress: TipFileProgress = started
  while (started.token && progress.state === 'arriving') {
    const offset = String(progress.received)
    const part = bytes.subarray(progress.received, progress.received + partLength)
    progress = good(
      await client.tipFiles.part({ query: { token: started.token, offset }, body: blobOf(part) }),
    )
  }
  return progress
}
