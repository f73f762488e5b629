import { useEffect } from 'react'
import type { Checklist } from './checklist.ts'
import { refreshEntry, type Entry } from './checklists.store.ts'

/** The words of today where they could be had, else those that were kept; the new ones are kept in their place. */
export function useLatest(entry: Entry, fresh: Checklist | undefined): Checklist {
  const { id, checklist } = entry
  useEffect(() => {
    if (fresh && JSON.stringify(fresh) !== JSON.stringify(checklist)) void refreshEntry(id, fresh)
  }, [id, checklist, fresh])
  return fresh ?? checklist
}
