import { useEffect, useRef, useState } from 'react'
import type { Failure } from '#contract/error.ts'
import type { TipThread } from '#contract/tip-thread.ts'
import { tipsApi } from './tips-api.ts'

export type ThreadState =
  | { kind: 'closed' }
  | { kind: 'opening' }
  | { kind: 'open'; code: string; thread: TipThread; refreshing: boolean; failure?: Failure }
  | { kind: 'failed'; error: Failure }

/** One tip's thread, in memory only and only while the screen stands: nothing of it is kept on the phone. */
export function useThread() {
  const [state, setState] = useState<ThreadState>({ kind: 'closed' })
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => void (gone.current = true)
  }, [])

  const open = async (code: string) => {
    setState({ kind: 'opening' })
    const result = await tipsApi.tips.open({ body: { code } })
    if (gone.current) return
    if (result.ok) setState({ kind: 'open', code, thread: result.data, refreshing: false })
    else setState({ kind: 'failed', error: result.error })
  }

  /** The same tip again, with or without what the sender wrote. What is in sight stays when it fails. */
  const refresh = async (withContent: boolean) => {
    if (state.kind !== 'open') return
    const { code, thread } = state
    setState({ kind: 'open', code, thread, refreshing: true })
    const result = await tipsApi.tips.open({ body: { code, withContent } })
    if (gone.current) return
    if (result.ok) setState({ kind: 'open', code, thread: result.data, refreshing: false })
    else setState({ kind: 'open', code, thread, refreshing: false, failure: result.error })
  }

  return { state, open, refresh, close: () => setState({ kind: 'closed' }) }
}
