import { fold } from '#contract/fold.ts'

/** The guide whose title is the procedure's name, however it is marked and spaced. */
export function guideFinder(guides: readonly { slug: string; title: string }[]) {
  const slugs = new Map(guides.map(({ slug, title }) => [fold(title), slug]))
  return (procedure: string): string | null => slugs.get(fold(procedure)) ?? null
}
