import { useEffect, useRef, useState } from 'react'
import type { Failure } from '#contract/error.ts'
import { newClientKey } from '#src/lib/client-key.ts'
import { type Addition, readAddition, writeAddition } from './addition-storage.ts'
import { withProof } from './proof.ts'
import { tipsApi } from './tips-api.ts'

type Sending =
  | { kind: 'idle' | 'sending' }
  | { kind: 'working'; done: number; of: number }
  | { kind: 'failed'; error: Failure }

/** One key for one text: sent again unchanged it is stored once, and a changed text is another message. */
export function useAddition(code: string, publicCode: string) {
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
  const { addition, change, kept } = useKeptAddition(publicCode)
  const send = async (): Promise<boolean> => {
    const { text, tried } = addition
    const clientKey = tried?.text === text ? tried.clientKey : newClientKey()
    change({ tried: { text, clientKey } })
    setSending({ kind: 'sending' })
    const result = await withProof(
      clientKey,
      (done, of) => setSending({ kind: 'working', done, of }),
      (proof) => tipsApi.tips.addMessage({ body: { code, clientKey, text, ...proof } }),
    )
    if (result.ok) change({ text: '', tried: null })
    setSending(result.ok ? { kind: 'idle' } : { kind: 'failed', error: result.error })
    return result.ok
  }
  return { text: addition.text, kept, write: (text: string) => change({ text }), sending, send }
}

/** Survives a reload and an app that was killed, until it is sent or thrown away. */
function useKeptAddition(publicCode: string) {
  const current = useRef<Addition>({ publicCode, text: '', tried: null })
  const [addition, setAddition] = useState(current.current)
  const [kept, setKept] = useState(false)
  useEffect(() => {
    void readAddition(publicCode).then((stored) => {
      // The phone answered late, and somebody writes already.
      if (!stored || current.current.text !== '') return
      current.current = stored
      setAddition(stored)
      setKept(true)
    })
  }, [publicCode])
  const change = (changes: Partial<Addition>) => {
    current.current = { ...current.current, ...changes }
    setAddition(current.current)
    void writeAddition(current.current)
  }
  return { addition, change, kept: kept && addition.text !== '' }
}
