import * as v from 'valibot'
import { Line, Slug } from '#contract/text.ts'
import { checkFile } from './check-file.ts'
import { readContentFile } from './content-file.ts'
import { checkUnique } from './cross-check.ts'
import type { Problem } from './problems.ts'

const AppPage = v.object({
  ...{ id: Slug, title: Line, text: Line, path: Line, keywords: v.array(Line) },
  /** Names of wards and old areas lead to it too. */
  areaNames: v.optional(v.boolean()),
})
/** A page of the app itself, for those who look for it in the search box. */
export type AppPage = v.InferOutput<typeof AppPage>

export function readPages(dir: string, problems: Problem[]): AppPage[] | undefined {
  const file = readContentFile(dir, 'pages.yaml', problems)
  const pages = checkFile(v.array(AppPage), file)
  if (pages) checkUnique(pages.map(({ id }, index) => ({ file, path: [index, 'id'], name: id })))
  return pages
}
