import * as v from 'valibot'
import { Day, Instant, TimeOfDay } from '#contract/text.ts'
import type { ContentFile } from './content-file.ts'
import type { FieldPath } from './problems.ts'

/** Reference notes mark doubtful facts with `?`, `[M]`, `[V…]`; such a mark must never reach a citizen. */
const doubtMark = /(?:^|\s)`?\?`?(?=$|[\s(.,;])|[([]\?[)\]]|\?\?|\[(?:M|V2?)(?:·|\])/u

/** The file's value as `schema` reads it, or undefined when something is wrong: then it has been noted. */
export function checkFile<S extends v.GenericSchema>(schema: S, file: ContentFile) {
  if (file.value === undefined) return undefined
  const parsed = v.safeParse(schema, file.value)
  const found: { path: FieldPath; message: string }[] = findDoubts(file.value, [])
  if (parsed.success) found.push(...findUnknown(file.value, parsed.output, []))
  else found.push(...parsed.issues.map((issue) => ({ path: pathOf(issue), message: wordIssue(issue) })))
  for (const { path, message } of found) file.note(path, message)
  return found.length === 0 && parsed.success ? parsed.output : undefined
}

function pathOf(issue: v.BaseIssue<unknown>): FieldPath {
  return (issue.path ?? []).map((item) => item.key as string | number)
}

/** Plain English for editors; valibot's own words would be about code. */
function wordIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'is missing'
  const written = JSON.stringify(issue.input) ?? ''
  switch (issue.type) {
    case 'min_length':
      return 'must not be empty'
    case 'max_length':
      return 'is too long'
    case 'check':
      return `must be ${day}, but is ${written}`
    case 'picklist':
    case 'variant':
      return `must be one of ${issue.expected}, but is ${written}`
    case 'string':
      return `must be text (put it in quotes), but is ${written}`
    case 'regex':
      return wordForm(issue.requirement, written)
    case 'custom':
      return issue.message
    default:
      return `must be ${issue.expected ?? 'different'}, but is ${written}`
  }
}

const day = 'a day that exists, written YYYY-MM-DD'
/** The contract's expressions in words: on the phone they need none, so the contract carries none. */
const forms = new Map<unknown, string>([
  [Day.pipe[1].requirement, day],
  [Instant.pipe[1].requirement, 'a time like 2026-10-01T08:00:00+07:00'],
  [TimeOfDay.pipe[1].requirement, 'a time of day like 07:30'],
])

function wordForm(requirement: unknown, written: string): string {
  const form = forms.get(requirement)
  return form ? `must be ${form}, but is ${written}` : `has a form that is not allowed: ${written}`
}

type Found = { path: FieldPath; message: string }
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Schemas drop fields they do not know, so a mistyped optional field would vanish in silence. */
function findUnknown(written: unknown, kept: unknown, path: FieldPath): Found[] {
  if (!isRecord(written) || !isRecord(kept)) return []
  return Object.entries(written).flatMap(([name, value]) => {
    const key = Array.isArray(written) ? Number(name) : name
    if (!(name in kept)) return [{ path: [...path, key], message: 'is not a field we know' }]
    return findUnknown(value, kept[name], [...path, key])
  })
}

function findDoubts(value: unknown, path: FieldPath): Found[] {
  if (typeof value === 'string' && doubtMark.test(value)) {
    return [{ path, message: `carries a mark of doubt, so it must not be shown: ${JSON.stringify(value)}` }]
  }
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, child]) =>
    findDoubts(child, [...path, Array.isArray(value) ? Number(name) : name]),
  )
}
