import { useEffect, useRef, type RefObject } from 'react'

/** For a heading that takes the place of another one on the same page: focus follows each new `what`, if there is one. */
export function useTakenFocus(what: object | string | undefined): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (what === undefined) return undefined
    // In its own turn: after the first step away from a cold link the frame still moves focus to its own heading.
    const timer = setTimeout(() => heading.current?.focus({ preventScroll: true }))
    return () => clearTimeout(timer)
  }, [what])
  return heading
}
