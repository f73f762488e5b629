import { useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './dialog.css'
import { useFocusInside } from './use-focus-inside.ts'

interface DialogProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

/** Own, because `<dialog>` is missing in older webviews and zmp-ui's has no name and no focus. */
export function Dialog({ open, ...props }: DialogProps) {
  return open ? createPortal(<OpenDialog {...props} />, document.body) : null
}

function OpenDialog({ title, onClose, children }: Omit<DialogProps, 'open'>) {
  const titleId = useId()
  const panel = useRef<HTMLDivElement>(null)
  useFocusInside(panel, onClose)
  return (
    <div className="dialog-veil">
      <div
        ref={panel}
        className="dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </div>
  )
}
