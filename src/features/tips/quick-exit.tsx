import { Button } from '#src/ui/button.tsx'
import { useQuickExit } from './use-quick-exit.ts'

/** For someone who is being watched: one tap, no question, an ordinary page, and no way back to this one. */
export function QuickExit() {
  return (
    <Button kind="secondary" onClick={useQuickExit()}>
      Thoát nhanh
    </Button>
  )
}
