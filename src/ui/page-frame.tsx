import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'react-router-dom'
import { Page } from 'zmp-ui'
import './page-frame.css'
import { useScrollMemory } from './use-scroll-memory.ts'

interface PageFrameProps {
  /** For the window and for screen readers; the visible h1 is in `header` or `children`. */
  title: string
  header: ReactNode
  children: ReactNode
}

/** What every screen shares: scroller, landmark, skip link, window title, and where focus and scroll go. */
export function PageFrame({ title, header, children }: PageFrameProps) {
  const page = useRef<HTMLDivElement>(null)
  useScrollMemory(page)
  useHeadingFocus(page)

  useEffect(() => {
    document.title = title
  }, [title])

  return (
    <Page ref={page} className="page-frame" resetScroll={false}>
      <a className="skip-link" href="#main" onClick={skip}>
        Tới nội dung chính
      </a>
      {header}
      <main id="main" tabIndex={-1} className="page-main">
        {children}
      </main>
    </Page>
  )
}

/** Without the address: a `#main` in it would become an entry to go back to. */
function skip(event: React.MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault()
  event.currentTarget.closest('.page-frame')?.querySelector('main')?.focus()
}

/**
 * After a navigation a screen reader goes on from the new heading; not when the app has just opened, and not when only
 * the query changed, as a filter does.
 */
function useHeadingFocus(page: React.RefObject<HTMLElement>): void {
  const { key, pathname } = useLocation()
  const [openedAt] = useState(key === 'default' ? pathname : undefined)
  useEffect(() => {
    if (pathname !== openedAt) page.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [page, pathname, openedAt])
}
