import { ThreadCodeForm } from './thread-code-form.tsx'
import { ThreadView } from './thread-view.tsx'
import { useThread } from './use-thread.ts'

export function TipThread() {
  const { state, open, refresh, close } = useThread()
  if (state.kind === 'open') {
    return <ThreadView state={state} onRefresh={(shown) => void refresh(shown)} onClose={close} />
  }
  return (
    <ThreadCodeForm
      busy={state.kind === 'opening'}
      failure={state.kind === 'failed' ? state.error : undefined}
      onOpen={(code) => void open(code)}
    />
  )
}
