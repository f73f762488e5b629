import type { MouseEvent, ReactNode } from 'react'
import { Link } from 'react-router-dom'
import './button.css'
import { Icon, type IconName } from './icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonLook {
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  fullWidth?: boolean | undefined
  children: ReactNode
}

interface ButtonProps extends ButtonLook {
  type?: 'button' | 'submit'
  /** Shows that the press is being worked on; further presses do nothing and focus stays. */
  busy?: boolean
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  id?: string
  'aria-describedby'?: string
}

export function Button({
  kind,
  icon,
  fullWidth,
  children,
  type = 'button',
  busy,
  onClick,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) return event.preventDefault()
    onClick?.(event)
  }
  return (
    <button {...rest} type={type} className={look({ kind, fullWidth })} aria-disabled={busy} onClick={press}>
      {busy ? <span className="button__spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

/** A step to another screen that must look as weighty as a button. */
export function ButtonLink({ to, kind, icon, fullWidth, children }: ButtonLook & { to: string }) {
  return (
    <Link to={to} className={look({ kind, fullWidth })}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  )
}

export function look({ kind = 'primary', fullWidth }: Pick<ButtonLook, 'kind' | 'fullWidth'>): string {
  return `button button--${kind}${fullWidth ? ' button--full' : ''}`
}
