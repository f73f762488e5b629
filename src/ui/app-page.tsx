import type { ReactNode } from 'react'
import './app-page.css'
import { BackButton } from './back-button.tsx'
import { PageFrame } from './page-frame.tsx'

interface AppPageProps {
  title: string
  /** Where "Quay lại" leads when the app was opened on this very page. Absent on the main places. */
  back?: string
  /** One control at the right of the bar. */
  action?: ReactNode
  children: ReactNode
}

/** The frame of every screen but Home. */
export function AppPage({ title, back, action, children }: AppPageProps) {
  const heading = (
    <h1 tabIndex={-1} className={back ? 'page-title' : 'page-bar__title'}>
      {title}
    </h1>
  )
  const bar = (
    <header className="page-bar">
      {back ? <BackButton fallback={back} /> : heading}
      {action && <div className="page-bar__action">{action}</div>}
    </header>
  )
  return (
    <PageFrame title={title} header={bar}>
      {back && heading}
      {children}
    </PageFrame>
  )
}
