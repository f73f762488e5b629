import { createContext, useContext, type ReactNode } from 'react'
import { updatedWords } from '#src/lib/age.ts'
import type { Remote } from '#src/lib/remote.ts'
import { Button } from './button.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { Notice } from './notice.tsx'
import { Skeleton } from './skeleton.tsx'

interface RemoteViewProps<T> {
  remote: Remote<T>
  onRetry?: (() => void) | undefined
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** The four states of anything from the server, so that no screen forgets one. */
export function RemoteView<T>({ remote, onRetry, skeleton, children }: RemoteViewProps<T>) {
  switch (remote.kind) {
    case 'idle':
      return null
    case 'loading':
      return skeleton ?? <Skeleton />
    case 'failed':
      return <FailureNotice failure={remote.error} onRetry={onRetry} />
    case 'ready':
      return (
        <>
          {remote.staleSince && <StaleNotice since={remote.staleSince} onRetry={onRetry} />}
          {remote.staleSince ? (
            <SaidAbove.Provider value>{children(remote.data)}</SaidAbove.Provider>
          ) : (
            children(remote.data)
          )}
        </>
      )
  }
}

/** What surrounds this has said that the page may be old: once is enough. */
const SaidAbove = createContext(false)

function StaleNotice({ since, onRetry }: { since: string; onRetry: (() => void) | undefined }) {
  if (useContext(SaidAbove)) return null
  return (
    <div className="stale-notice">
      <Notice tone="warning" role="status">
        <p>Bản lưu trên máy, {updatedWords(since)}. Nội dung có thể đã thay đổi.</p>
        {onRetry && (
          <Button kind="quiet" onClick={onRetry}>
            Tải bản mới
          </Button>
        )}
      </Notice>
    </div>
  )
}
