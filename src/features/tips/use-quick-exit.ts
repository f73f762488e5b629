import { useNavigate } from 'react-router-dom'
import { paths } from '#src/lib/paths.ts'
import { forgetTip } from './tip.store.ts'

/**
 * Shows an ordinary page at once, then makes it the whole of this visit: the first page becomes Home, and going forward
 * from there drops all that lay between.
 */
export function useQuickExit(): () => void {
  const navigate = useNavigate()
  return () => {
    void forgetTip()
    navigate(paths.news(), { replace: true })
    const behind = pagesBehind()
    if (behind === 0) return
    const begin = () => {
      navigate(paths.home(), { replace: true })
      navigate(paths.news())
    }
    window.addEventListener('popstate', begin, { once: true })
    window.history.go(-behind)
  }
}

/** The router counts the pages of a visit in the history itself. */
function pagesBehind(): number {
  const { idx = 0 } = (window.history.state ?? {}) as { idx?: number }
  return idx
}
