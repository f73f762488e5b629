import { Link } from 'react-router-dom'
import { paths } from '#src/lib/paths.ts'
import { look } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { openedFromBox } from './opened-from-box.ts'

/** For the bar of a page that is about something else. */
export function SearchBarLink() {
  return (
    <Link to={paths.search()} state={openedFromBox} className={look({ kind: 'quiet' })}>
      <Icon name="search" />
      <span>Tìm tất cả</span>
    </Link>
  )
}
