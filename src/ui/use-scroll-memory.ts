import { useLayoutEffect, useRef, type RefObject } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'

const positions = new Map<string, number>()

/** Back returns to where one was reading; a new page starts at its top. */
export function useScrollMemory(page: RefObject<HTMLElement>): void {
  const { key } = useLocation()
  const returning = useNavigationType() === NavigationType.Pop
  const drawn = useRef(false)
  useLayoutEffect(() => {
    const scroller = page.current
    if (!scroller) return
    const position = returning ? (positions.get(key) ?? 0) : 0
    // A page that was just drawn is at its top: asking it to go there would lay it out once more, for nothing.
    if (position > 0 || drawn.current) scroller.scrollTo(0, position)
    drawn.current = true
    const remember = () => positions.set(key, scroller.scrollTop)
    scroller.addEventListener('scroll', remember, { passive: true })
    return () => scroller.removeEventListener('scroll', remember)
  }, [page, key, returning])
}
