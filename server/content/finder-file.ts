import { FinderTree, type FinderOutcome } from '#contract/finder.ts'
import type { FeeTable } from '#contract/fees.ts'
import { checkFile } from './check-file.ts'
import { readContentFile, type ContentFile } from './content-file.ts'
import type { GuideRecord } from './content.ts'
import { checkUnique } from './cross-check.ts'
import { checkPaths } from './finder-paths.ts'
import type { FieldPath, Problem } from './problems.ts'
import { checkFormCodes, checkStatements } from './statements.ts'

interface FinderKnown {
  guides: readonly GuideRecord[]
  /** Also of guides that could not be read: what is wrong with them has been noted already. */
  slugs: ReadonlySet<string>
  /** Undefined when they could not be read. */
  fees: readonly FeeTable[] | undefined
  forms: ReadonlySet<string> | undefined
}

/** `finder.yaml`; undefined when something is wrong: then it is in `problems`. */
export function readFinder(dir: string, problems: Problem[], known: FinderKnown): FinderTree | undefined {
  const file = readContentFile(dir, 'finder.yaml', problems)
  const tree = checkFile(FinderTree, file)
  if (!tree) return undefined
  const { questions } = tree
  checkUnique(questions.map(({ id }, at) => ({ file, path: ['questions', at, 'id'], name: id })))
  questions.forEach(({ options }, at) => {
    checkUnique(options.map(({ id }, index) => ({ file, path: optionPath(at, index, 'id'), name: id })))
  })
  checkNames(file, tree, known)
  checkPaths(file, tree, known)
  checkStatements(withoutQuestions(file, tree))
  checkFormCodes(file, known.forms)
  return tree
}

const optionPath = (question: number, option: number, ...rest: string[]): FieldPath => [
  'questions',
  question,
  'options',
  option,
  ...rest,
]

function checkNames(file: ContentFile, { questions }: FinderTree, known: FinderKnown): void {
  const { fees } = known
  const ids = new Set(questions.map(({ id }) => id))
  const conditions = new Set(fees?.flatMap(({ rules }) => rules.map(({ condition }) => condition)))
  questions.forEach(({ options }, at) => {
    options.forEach(({ next, adds }, index) => {
      const path = optionPath(at, index)
      if (typeof next !== 'string') checkOutcome(file, [...path, 'next'], next, known)
      else if (!ids.has(next)) file.note([...path, 'next'], `names no question: "${next}"`)
      if (adds?.doFirst) checkGuide(file, [...path, 'adds', 'doFirst'], adds.doFirst, known)
      adds?.meets?.forEach((condition, which) => {
        if (fees && !conditions.has(condition)) {
          file.note([...path, 'adds', 'meets', which], `is no condition of a fee: "${condition}"`)
        }
      })
    })
  })
}

function checkOutcome(
  file: ContentFile,
  path: FieldPath,
  { guide, fee, abolished }: FinderOutcome,
  known: FinderKnown,
): void {
  const record = checkGuide(file, [...path, 'guide'], guide, { ...known, abolished })
  if (record && fee !== null && !record.feeIds.includes(fee)) {
    file.note([...path, 'fee'], `is no fee of ${guide}: "${fee}"`)
  }
}

function checkGuide(
  file: ContentFile,
  path: FieldPath,
  slug: string,
  { guides, slugs, abolished = false }: FinderKnown & { abolished?: boolean | undefined },
) {
  const record = guides.find((guide) => guide.slug === slug)
  if (!slugs.has(slug)) file.note(path, `names no guide: "${slug}"`)
  else if (record?.abolished && !abolished) file.note(path, `names an abolished procedure: "${slug}"`)
  else if (!record?.abolished && abolished)
    file.note(path, `names a procedure that is not abolished: "${slug}"`)
  return record
}

/** Questions may ask; everything else states. */
function withoutQuestions(file: ContentFile, tree: FinderTree): ContentFile {
  const value = tree.questions.map(({ text: _, ...question }) => question)
  return { ...file, value, note: (path, message) => file.note(['questions', ...path], message) }
}
