import { useLayoutEffect, useState } from 'react'
import { NavLink } from 'react-router-dom'
import { paths } from '#src/lib/paths.ts'
import { Icon, type IconName } from '#src/ui/icon.tsx'
import './tab-bar.css'

const tabs: readonly { to: string; label: string; icon: IconName }[] = [
  { to: paths.home(), label: 'Trang chủ', icon: 'home' },
  { to: paths.guides(), label: 'Thủ tục', icon: 'guide' },
  { to: paths.applications(), label: 'Hồ sơ', icon: 'file' },
  { to: paths.tip(), label: 'Báo tin', icon: 'tip' },
  { to: paths.news(), label: 'Tin tức', icon: 'news' },
]

/** The five main places. `NavLink` sets `aria-current`. */
export function TabBar() {
  const typing = useTyping()
  return (
    <nav className="tab-bar" aria-label="Mục chính" hidden={typing}>
      {tabs.map(({ to, label, icon }) => (
        <NavLink key={to} to={to} end={to === '/'} className="tab-bar__tab">
          <span className="tab-bar__icon">
            <Icon name={icon} size={24} />
          </span>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}

/** A phone's keyboard takes half of the screen: while one types on a touch screen the bar steps aside. */
function useTyping(): boolean {
  const [typing, setTyping] = useState(false)
  useLayoutEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches) return
    const update = () => setTyping(opensKeyboard(document.activeElement))
    // After a focus change the new element is known only in the next task.
    const later = () => setTimeout(update)
    document.addEventListener('focusin', later)
    document.addEventListener('focusout', later)
    return () => {
      document.removeEventListener('focusin', later)
      document.removeEventListener('focusout', later)
    }
  }, [])
  return typing
}

function opensKeyboard(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  return (
    element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(element.type)
  )
}
