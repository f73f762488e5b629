import type { FinderOption, FinderTree } from '#contract/finder.ts'
import type { ContentFile } from './content-file.ts'
import type { GuideRecord } from './content.ts'
import type { FieldPath } from './problems.ts'

const fewest = 2
const most = 5

interface Known {
  guides: readonly GuideRecord[]
  slugs: ReadonlySet<string>
}

interface Step {
  /** Index of the question and of the option in it. */
  at: readonly [question: number, option: number]
  option: FinderOption
}

/** Every path ends after two to five questions, no question is out of reach, and what a path changes is there to change. */
export function checkPaths(file: ContentFile, tree: FinderTree, known: Known): void {
  const reached = new Set<number>()
  const used = new Map<string, FieldPath>()
  const found = new Set<string>()
  for (const path of pathsThrough(tree)) {
    for (const { at } of path.steps) reached.add(at[0])
    checkLength(file, path)
    noteTexts(path.steps, known, used, found)
  }
  tree.questions.forEach((_, at) => {
    if (!reached.has(at)) file.note(['questions', at, 'id'], 'is a question that no path reaches')
  })
  for (const [key, path] of used) {
    if (!found.has(key)) file.note(path, 'stands in no guide to which this answer leads')
  }
}

interface Path {
  steps: readonly Step[]
  /** It came back to a question that it had already asked. */
  circle: boolean
}

function* pathsThrough(tree: FinderTree, steps: readonly Step[] = [], question = 0): Generator<Path> {
  if (steps.some(({ at }) => at[0] === question)) return yield { steps, circle: true }
  for (const [index, option] of (tree.questions[question]?.options ?? []).entries()) {
    const path = [...steps, { at: [question, index] as const, option }]
    if (typeof option.next !== 'string') yield { steps: path, circle: false }
    else {
      const next = tree.questions.findIndex(({ id }) => id === option.next)
      // A name that leads nowhere has been noted where names are checked.
      if (next >= 0) yield* pathsThrough(tree, path, next)
    }
  }
}

const placeOf = ({ at }: Step): FieldPath => ['questions', at[0], 'options', at[1]]

function checkLength(file: ContentFile, { steps, circle }: Path): void {
  const last = steps.at(-1)
  if (!last) return
  const place = [...placeOf(last), 'next']
  if (circle) file.note(place, 'leads back to a question that was already asked')
  else if (steps.length < fewest) file.note(place, `ends after fewer than ${fewest} questions`)
  else if (steps.length > most) file.note(place, `ends after more than ${most} questions`)
}

/** Texts that answers leave out or make sure, and whether a guide at the end of some path has them. */
function noteTexts(
  steps: readonly Step[],
  { guides, slugs }: Known,
  used: Map<string, FieldPath>,
  found: Set<string>,
): void {
  const end = steps.at(-1)?.option.next
  const slug = typeof end === 'object' ? end.guide : ''
  const guide = guides.find((one) => one.slug === slug)
  const unreadable = !guide && slugs.has(slug)
  const documents = guide?.documents.map(({ text }) => text) ?? []
  const there = {
    sure: documents,
    leaveOut: [...documents, ...(guide?.places ?? []), ...(guide?.notes ?? [])],
  }
  for (const step of steps) {
    for (const list of ['sure', 'leaveOut'] as const) {
      step.option.adds?.[list]?.forEach((text, index) => {
        const path = [...placeOf(step), 'adds', list, index]
        const key = path.join('.')
        used.set(key, path)
        if (unreadable || there[list].includes(text)) found.add(key)
      })
    }
  }
}
