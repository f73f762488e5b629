import { useUnit } from '#src/lib/unit.ts'

/** A category's name by its id; unknown while the unit's own data is not there, which stops nobody from reading. */
export function useCategoryNames(): (id: string) => string | undefined {
  const { remote } = useUnit()
  const categories = remote.kind === 'ready' ? remote.data.newsCategories : []
  return (id) => categories.find((category) => category.id === id)?.label
}
