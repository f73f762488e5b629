import { useEffect, useRef } from 'react'
import './tips.css'

interface ViewHeadingProps {
  children: string
  /** The page changed under the person: what had the focus is gone. */
  takesFocus?: boolean
}

export function ViewHeading({ children, takesFocus = true }: ViewHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <h2 ref={heading} tabIndex={-1} className="tip-heading">
      {children}
    </h2>
  )
}
