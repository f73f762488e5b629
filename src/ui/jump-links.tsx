import type { MouseEvent } from 'react'
import './jump-links.css'

interface JumpLinksProps {
  label: string
  links: readonly { anchor: string; text: string }[]
}

/** To a section of the same page, for those who know what they look for. */
export function JumpLinks({ label, links }: JumpLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="jump-links plain-list">
        {links.map(({ anchor, text }) => (
          <li key={anchor}>
            <a className="jump-links__link" href={`#${anchor}`} onClick={(event) => jump(event, anchor)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Without the address: going back must leave the page, not climb through its sections. */
function jump(event: MouseEvent, anchor: string): void {
  event.preventDefault()
  const section = document.getElementById(anchor)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
}
