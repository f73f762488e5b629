import { useNavigate } from 'react-router-dom'
import { paths } from '#src/lib/paths.ts'
import { Button } from '#src/ui/button.tsx'
import { forgetTip } from './tip.store.ts'

/** For someone who is being watched: one tap, no question, an ordinary page, and no way back to this one. */
export function QuickExit() {
  const navigate = useNavigate()
  const leave = () => {
    void forgetTip()
    navigate(paths.news(), { replace: true })
  }
  return (
    <Button kind="secondary" onClick={leave}>
      Thoát nhanh
    </Button>
  )
}
