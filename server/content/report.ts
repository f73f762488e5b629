import type { Checked } from './check-content.ts'
import { wordProblem } from './problems.ts'

interface Report {
  text: string
  failed: boolean
}

/** What an editor reads. Records that are due only fail when asked to: citizens see their banner. */
export function reportOn({ problems, stale }: Checked, today: string, strict: boolean): Report {
  const failed = problems.length > 0 || (strict && stale.length > 0)
  if (problems.length + stale.length === 0) {
    return { text: `The content is sound and nothing is due on ${today}.`, failed }
  }
  const lists = [
    { head: 'problem(s) to mend before this can be shown:', found: problems },
    { head: `record(s) under review on ${today}, citizens see the banner:`, found: stale },
  ].filter(({ found }) => found.length > 0)
  const lines = lists.flatMap(({ head, found }) => [`${found.length} ${head}`, ...found.map(wordProblem)])
  return { text: lines.join('\n'), failed }
}
