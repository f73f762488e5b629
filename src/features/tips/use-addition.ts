import { useRef, useState } from 'react'
import type { Failure } from '#contract/error.ts'
import { newClientKey } from '#src/lib/client-key.ts'
import { withProof } from './proof.ts'
import { tipsApi } from './tips-api.ts'

type Sending =
  | { kind: 'idle' | 'sending' }
  | { kind: 'working'; done: number; of: number }
  | { kind: 'failed'; error: Failure }

/** One key for one text: sent again unchanged it is stored once, and a changed text is another message. */
export function useAddition(code: string) {
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
  const last = useRef({ text: '', clientKey: '' })
  const send = async (text: string): Promise<boolean> => {
    if (last.current.text !== text) last.current = { text, clientKey: newClientKey() }
    const { clientKey } = last.current
    setSending({ kind: 'sending' })
    const result = await withProof(
      clientKey,
      (done, of) => setSending({ kind: 'working', done, of }),
      (proof) => tipsApi.tips.addMessage({ body: { code, clientKey, text, ...proof } }),
    )
    if (result.ok) last.current = { text: '', clientKey: '' }
    setSending(result.ok ? { kind: 'idle' } : { kind: 'failed', error: result.error })
    return result.ok
  }
  return { sending, send }
}
