import { Link } from 'react-router-dom'
import { paths } from '#src/lib/paths.ts'
import { useUnit } from '#src/lib/unit.ts'
import './news.css'

/** Links, so that a category can be kept and sent; `replace`, so that "Quay lại" leaves the news at once. */
export function CategoryFilter({ category }: { category: string | undefined }) {
  const { remote } = useUnit()
  if (remote.kind !== 'ready') return null
  const all = { id: undefined, label: 'Tất cả' }
  return (
    <nav aria-label="Lọc theo chuyên mục">
      <ul className="chips plain-list">
        {[all, ...remote.data.newsCategories].map(({ id, label }) => (
          <li key={label}>
            <Link
              replace
              to={id ? `${paths.news()}?category=${id}` : paths.news()}
              className={id === category ? 'chip chip--chosen' : 'chip'}
              aria-current={id === category ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
