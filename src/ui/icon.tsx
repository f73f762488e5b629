import { iconPaths } from './icon-paths.ts'
import './icon.css'

export type IconName = keyof typeof iconPaths

/** Decoration only: the words beside it carry the meaning. */
export function Icon({ name, size = '1.4em' }: { name: IconName; size?: number | string }) {
  return (
    <svg
      className="icon"
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
