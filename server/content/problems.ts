import { mendOf } from './mend.ts'

/** One thing an editor must put right. */
export interface Problem {
  /** Relative to the content folder. */
  file: string
  line: number | null
  /** For example `rules[1].amount`; empty when the file as a whole is meant. */
  field: string
  message: string
}

/** Everything that is wrong with the content at once, so that an editor does not repair it one start at a time. */
export class ContentError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`The content has ${problems.length} problem(s):\n${problems.map(wordProblem).join('\n')}`)
    this.name = 'ContentError'
    this.problems = problems
  }
}

/** Where, what, and, where we know it, how to mend it. */
export function wordProblem({ file, line, field, message }: Problem): string {
  const place = line === null ? file : `${file}:${line}`
  const words = field ? `${field} ${message}` : message
  const mend = mendOf(words)
  return `  ${place}: ${words}${mend ? `\n      ${mend}` : ''}`
}

export type FieldPath = readonly (string | number)[]

/** `['rules', 1, 'amount']` → `rules[1].amount`. */
export function wordPath(path: FieldPath): string {
  return path.reduce<string>((words, key) => {
    if (typeof key === 'number') return `${words}[${key}]`
    return words ? `${words}.${key}` : key
  }, '')
}
