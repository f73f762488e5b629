import { useLayoutEffect, type RefObject } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'

const positions = new Map<string, number>()

/** Back returns to where one was reading; a new page starts at its top. */
export function useScrollMemory(page: RefObject<HTMLElement>): void {
  const { key } = useLocation()
  const returning = useNavigationType() === NavigationType.Pop
  useLayoutEffect(() => {
    const scroller = page.current
    if (!scroller) return
    scroller.scrollTo(0, returning ? (positions.get(key) ?? 0) : 0)
    const remember = () => positions.set(key, scroller.scrollTop)
    scroller.addEventListener('scroll', remember, { passive: true })
    return () => scroller.removeEventListener('scroll', remember)
  }, [page, key, returning])
}
