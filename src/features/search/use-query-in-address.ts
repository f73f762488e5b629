import { useEffect } from 'react'
import { useHref } from 'react-router-dom'
import { paths } from '#src/lib/paths.ts'

/**
 * Keeps the query in the address of this visit's entry. Past the router: a navigation at every pause would scroll to
 * the top and take the focus out of the box.
 */
export function useQueryInAddress(query: string): void {
  const href = useHref(paths.search(query))
  useEffect(() => {
    const timer = setTimeout(() => window.history.replaceState(window.history.state, '', href), 250)
    return () => clearTimeout(timer)
  }, [href])
}
