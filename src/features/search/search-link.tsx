import { Link } from 'react-router-dom'
import { paths } from '#src/lib/paths.ts'
import { Icon } from '#src/ui/icon.tsx'
import './search-link.css'
import { openedFromBox } from './opened-from-box.ts'

/** Looks like the box that it opens. */
export function SearchLink() {
  return (
    <Link to={paths.search()} state={openedFromBox} className="search-link">
      <Icon name="search" />
      <span>
        <strong>Tìm kiếm</strong> thủ tục, tin tức…
      </span>
    </Link>
  )
}
