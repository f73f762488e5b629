import type { Comparison, Sample } from './rounds.ts'

export interface Goal {
  kind: 'at least' | 'at most'
  ratio: number
}

export interface Row {
  what: string
  ours: string
  baseline: string
  ratio?: number
  /** The same from processor time alone, which other work on the machine disturbs less. */
  cpuRatio?: number
  goal?: Goal
  /** For promises that are no ratio. */
  kept?: boolean
}

export function isKept({ ratio, goal, kept }: Row): boolean {
  if (!goal || ratio === undefined) return kept ?? true
  return goal.kind === 'at least' ? ratio >= goal.ratio : ratio <= goal.ratio
}

export function compared(what: string, result: Comparison, goal?: Goal): Row {
  const { ours, baseline, ratio } = result
  const cpuRatio = ours.micros && baseline.micros && baseline.micros / ours.micros
  const more = { ...(cpuRatio && { cpuRatio }), ...(goal && { goal }) }
  return { what, ours: rate(ours), baseline: rate(baseline), ratio, ...more }
}

function rate({ perSecond, micros }: Sample): string {
  const perSecondText = `${Math.round(perSecond).toLocaleString('en')}/s`
  return micros === undefined ? perSecondText : `${perSecondText} (${micros.toFixed(0)} µs CPU)`
}

/** A Markdown table, to be pasted into docs/performance.md. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.ours,
    row.baseline,
    row.ratio?.toFixed(2) ?? '–',
    row.cpuRatio?.toFixed(2) ?? '–',
    row.goal ? `${row.goal.kind === 'at least' ? '≥' : '≤'} ${row.goal.ratio}` : '–',
    row.goal || row.kept !== undefined ? (isKept(row) ? 'kept' : '**missed**') : '–',
  ])
  const head = ['What', 'Portal', 'Baseline', 'Ratio', 'By CPU', 'Goal', 'Goal is']
  const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`)
  return lines.join('\n')
}
