import type { FinderAdds, FinderOption, FinderOutcome, FinderQuestion, FinderTree } from './finder.ts'

/** Chosen options by question. Only those on the path count. */
export type Answers = Readonly<Record<string, string>>

export interface Answered {
  question: FinderQuestion
  option: FinderOption
}

/** What all answers on a path change together. */
export interface Gathered {
  documents: NonNullable<FinderAdds['documents']>
  notes: string[]
  sure: string[]
  leaveOut: string[]
  meets: string[]
  doFirst?: string
}

export type Walk =
  | { kind: 'question'; question: FinderQuestion; answered: Answered[] }
  | { kind: 'outcome'; outcome: FinderOutcome; adds: Gathered; answered: Answered[] }

export type Outcome = Extract<Walk, { kind: 'outcome' }>

const questionOf = (tree: FinderTree, id: string) => tree.questions.find((question) => question.id === id)

/** Follows the answers from the first question to the first one that is open, or to the end. */
export function walk(tree: FinderTree, answers: Answers): Walk {
  const answered: Answered[] = []
  let question = firstOf(tree)
  // No path is longer than there are questions: a circle that slipped in must not hang the phone.
  while (answered.length < tree.questions.length) {
    const chosen = answers[question.id]
    const option = question.options.find(({ id }) => id === chosen)
    if (!option) break
    answered.push({ question, option })
    const { next } = option
    if (typeof next !== 'string') return { kind: 'outcome', outcome: next, adds: gather(answered), answered }
    const following = questionOf(tree, next)
    if (!following) break
    question = following
  }
  return { kind: 'question', question, answered }
}

function firstOf({ questions }: FinderTree): FinderQuestion {
  const [first] = questions
  if (!first) throw new Error('A finder without questions')
  return first
}

function gather(answered: readonly Answered[]): Gathered {
  const adds = answered.map(({ option }) => option.adds ?? {})
  const doFirst = adds.map((one) => one.doFirst).find((slug) => slug !== undefined)
  return {
    documents: adds.flatMap((one) => one.documents ?? []),
    notes: adds.flatMap((one) => one.notes ?? []),
    sure: adds.flatMap((one) => one.sure ?? []),
    leaveOut: adds.flatMap((one) => one.leaveOut ?? []),
    meets: adds.flatMap((one) => one.meets ?? []),
    ...(doFirst && { doFirst }),
  }
}

const answersOf = (answered: readonly Answered[]): Answers =>
  Object.fromEntries(answered.map(({ question, option }) => [question.id, option.id]))

/** A new or changed answer. What no longer lies on the path is forgotten, so that it cannot come back unasked. */
export function answer(tree: FinderTree, answers: Answers, question: string, option: string): Answers {
  return answersOf(walk(tree, { ...answers, [question]: option }).answered)
}

/** How many questions are left at most and at least, this one included. */
export function questionsLeft(tree: FinderTree, question: FinderQuestion): { most: number; least: number } {
  const ahead = question.options.map(({ next }) => {
    const following = typeof next === 'string' ? questionOf(tree, next) : undefined
    return following ? questionsLeft(tree, following) : { most: 0, least: 0 }
  })
  return {
    most: 1 + Math.max(...ahead.map(({ most }) => most)),
    least: 1 + Math.min(...ahead.map(({ least }) => least)),
  }
}

/** The chosen options in their order: enough to find the same end again, and short enough for a link. */
export function optionsOf(answered: readonly Answered[]): string[] {
  return answered.map(({ option }) => option.id)
}

/** The outcome to which a list of options leads; undefined when the tree has changed since or the list is damaged. */
export function outcomeOf(tree: FinderTree, options: readonly string[]): Outcome | undefined {
  let answers: Answers = {}
  for (const option of options) {
    const reached = walk(tree, answers)
    if (reached.kind === 'outcome') return undefined
    answers = { ...answers, [reached.question.id]: option }
  }
  const end = walk(tree, answers)
  return end.kind === 'outcome' && end.answered.length === options.length ? end : undefined
}
