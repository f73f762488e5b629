import type { MouseEvent, ReactNode } from 'react'
import { host } from '#src/lib/host.ts'

interface CallLinkProps {
  phone: string
  className?: string
  children: ReactNode
}

/** A true `tel:` link, so that it works even if nothing else does; Zalo opens the dialler its own way. */
export function CallLink({ phone, className, children }: CallLinkProps) {
  const call = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault()
    void host().callPhone(phone)
  }
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={className} onClick={call}>
      {children}
    </a>
  )
}
