import { useEffect, useRef, type RefObject } from 'react'

const focusable = 'a[href], button:not([disabled]), input, textarea, [tabindex="0"]'

/** Focus enters the panel, cannot leave it, and returns to where it was; Escape closes. */
export function useFocusInside(panel: RefObject<HTMLElement>, onClose: () => void): void {
  // A parent's new handler must not pull focus back to the panel.
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })

  useEffect(() => {
    const before = document.activeElement
    const behind = document.getElementById('app')
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && panel.current) wrapFocus(event, panel.current)
    }
    behind?.setAttribute('aria-hidden', 'true')
    document.addEventListener('keydown', onKey)
    panel.current?.focus()
    return () => {
      behind?.removeAttribute('aria-hidden')
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [panel])
}

/** Tab from the last control goes to the first, and the other way round. */
function wrapFocus(event: KeyboardEvent, panel: HTMLElement): void {
  const controls = [...panel.querySelectorAll<HTMLElement>(focusable)]
  if (event.shiftKey) controls.reverse()
  const next = controls[0]
  const edge = controls[controls.length - 1]
  const inside = panel.contains(document.activeElement) && document.activeElement !== panel
  if (inside && document.activeElement !== edge) return
  event.preventDefault()
  next?.focus()
}
