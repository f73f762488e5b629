import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { host } from '#src/lib/host.ts'
import { paths } from '#src/lib/paths.ts'

interface ReceiptGuard {
  /** Somebody is about to leave. */
  leaving: boolean
  stay: () => void
  leave: () => void
}

/**
 * Until the code is kept, a tap on a link, the back gesture and the closing of a tab are asked about first. It cannot
 * hold a phone that is switched off, so the receipt is stored as well.
 */
export function useReceiptGuard(): ReceiptGuard {
  const [target, setTarget] = useState<string>()
  const navigate = useNavigate()
  useEffect(() => holdTab(), [])
  useEffect(() => holdLinks(setTarget), [])
  useEffect(() => holdBack(setTarget), [])
  const leave = () => {
    setTarget(undefined)
    // In place of the entry that caught the gesture: going back from there is one step, as everywhere.
    if (target) navigate(target, { replace: true })
  }
  return { leaving: target !== undefined, stay: () => setTarget(undefined), leave }
}

/** In a browser tab; inside Zalo the event never comes. */
function holdTab(): () => void {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', warn)
  return () => window.removeEventListener('beforeunload', warn)
}

/** Links of the app and the bar's back button. A call to 113 is no link that leaves. */
function holdLinks(tell: (path: string) => void): () => void {
  const look = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a, .back-button') : null
    const path = link instanceof HTMLAnchorElement ? insidePath(link) : link && paths.home()
    if (!path) return
    event.preventDefault()
    event.stopPropagation()
    tell(path)
  }
  document.addEventListener('click', look, true)
  return () => document.removeEventListener('click', look, true)
}

/** Without the basename, which the router adds by itself. */
function insidePath(link: HTMLAnchorElement): string | undefined {
  const href = link.getAttribute('href') ?? ''
  const { basename } = host()
  if (basename !== '/' && href.startsWith(basename)) return href.slice(basename.length) || '/'
  return href.startsWith('/') ? href : undefined
}

/** One more entry of the same page catches the gesture; it is put back each time. */
function holdBack(tell: (path: string) => void): () => void {
  const put = () => {
    const state = window.history.state as { idx?: number } | null
    // Counted like a page, so that the router knows how many lie behind it.
    window.history.pushState({ ...state, idx: (state?.idx ?? 0) + 1 }, '', window.location.href)
  }
  const caught = () => {
    put()
    tell(paths.home())
  }
  put()
  window.addEventListener('popstate', caught)
  return () => window.removeEventListener('popstate', caught)
}
