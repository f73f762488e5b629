import { useEffect, type KeyboardEvent, type RefObject } from 'react'

const focusable = 'a[href], button:not([disabled]), input, textarea, [tabindex="0"]'

/** Focus enters the panel, the app behind it is out of reach, and focus returns to where it was. */
export function useFocusInside(panel: RefObject<HTMLElement>): void {
  useEffect(() => {
    const before = document.activeElement
    const behind = document.getElementById('app')
    behind?.setAttribute('aria-hidden', 'true')
    panel.current?.focus()
    return () => {
      behind?.removeAttribute('aria-hidden')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [panel])
}

/** Tab from the last control goes to the first, and the other way round. */
export function wrapFocus(event: KeyboardEvent, panel: HTMLElement): void {
  const controls = [...panel.querySelectorAll<HTMLElement>(focusable)]
  if (event.shiftKey) controls.reverse()
  const next = controls[0]
  const edge = controls[controls.length - 1]
  if (document.activeElement !== edge && document.activeElement !== panel) return
  event.preventDefault()
  next?.focus()
}
