import { useEffect } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import { longestQuery } from '#contract/search.ts'
import { wasOpenedFromBox } from '#src/features/search/opened-from-box.ts'
import { searchBoxId, SearchView } from '#src/features/search/search-view.tsx'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'

/** A new address is a new search, also when one is here already. */
export function SearchScreen() {
  return <OpenedSearch key={useLocation().key} />
}

function OpenedSearch() {
  const { search, state } = useLocation()
  const returning = useNavigationType() === NavigationType.Pop
  const typing = wasOpenedFromBox(state) && !returning

  // Here and not in the box: the page puts the focus on its heading after the box is drawn.
  useEffect(() => {
    if (typing) document.getElementById(searchBoxId)?.focus()
  }, [typing])

  const query = new URLSearchParams(search).get('q') ?? ''
  return (
    <AppPage title="Tìm kiếm" back={paths.home()}>
      <SearchView initial={query.slice(0, longestQuery)} />
    </AppPage>
  )
}
