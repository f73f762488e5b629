import * as v from 'valibot'
import type { Result } from '#contract/error.ts'
import { largestFile, tipFiles, TipFileProgress, type TipFileRefusal } from '#contract/tip-files.ts'
import { apiOrigin } from '#src/lib/api-origin.ts'
import { newClientKey } from '#src/lib/client-key.ts'
import { host } from '#src/lib/host.ts'
import type { HostResult } from '#src/zalo/host.ts'
import { attach } from './draft-files.ts'
import { tipFilesApi } from './tip-files-api.ts'
import { useTip } from './tip.store.ts'

export type ZaloChoice =
  | { kind: 'added' | 'nothing' | 'denied' | 'unsupported' | 'failed' }
  | { kind: 'refused'; refusal: TipFileRefusal | 'too-many' }

/** Zalo picks and sends by itself; its uploader carries no header, so the place to send to holds a short-lived token. */
export async function choosePictureInZalo(): Promise<ZaloChoice> {
  const { clientKey } = useTip.getState().record
  const fileKey = newClientKey()
  const begun = await tipFilesApi.start({ body: { clientKey, fileKey } })
  if (!begun.ok) return begun.error.code === 'conflict' ? { kind: 'refused', refusal: 'too-many' } : failed
  if (begun.data.token === null) return failed
  const picked = await host().sendPicture(uploadAddress(begun.data.token), largestFile.picture)
  const progress = answerOf(picked) ?? (mayHaveArrived(picked) && (await ask(clientKey, fileKey)))
  if (progress && progress.state === 'stored') {
    const size = progress.received
    await attach(clientKey, { fileKey, name: 'Ảnh từ Zalo', kind: 'picture', size, outcome: 'stored' })
    return { kind: 'added' }
  }
  void tipFilesApi.remove({ body: { clientKey, fileKey } })
  if (progress && progress.refusal) return { kind: 'refused', refusal: progress.refusal }
  return { kind: outcomeOf(picked) }
}

const failed: ZaloChoice = { kind: 'failed' }

function uploadAddress(token: string): string {
  // Zalo's own process sends it: an address without its host would lead nowhere.
  const origin = apiOrigin() || window.location.origin
  return `${origin}/api${tipFiles.whole.path}?token=${encodeURIComponent(token)}`
}

/** Zalo hands over what our server said, as text. */
function answerOf(picked: HostResult<string>): TipFileProgress | undefined {
  if (picked.kind !== 'ok') return undefined
  try {
    const parsed = v.safeParse(TipFileProgress, JSON.parse(picked.data))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/** A sheet that was closed or refused sent nothing; after any other silence only the server knows. */
const mayHaveArrived = ({ kind }: HostResult<string>) => kind === 'ok' || kind === 'failed'

async function ask(clientKey: string, fileKey: string): Promise<TipFileProgress | undefined> {
  const asked: Result<TipFileProgress> = await tipFilesApi.start({ body: { clientKey, fileKey } })
  return asked.ok ? asked.data : undefined
}

function outcomeOf({ kind }: HostResult<string>): 'nothing' | 'denied' | 'unsupported' | 'failed' {
  if (kind === 'cancelled') return 'nothing'
  if (kind === 'denied') return 'denied'
  return kind === 'unsupported' || kind === 'not-in-host' ? 'unsupported' : 'failed'
}
