import * as v from 'valibot'
import type { FieldIssue } from '#contract/error.ts'
import { tipTextLimits } from '#contract/tip-content.ts'
import { TipDraft } from '#contract/tips.ts'
import type { SentDraft } from './tip-record.ts'

/** In the order of the form, so that the first wrong one is the first in sight. */
export const tipFieldNames = [
  'category',
  'text',
  'accounts',
  'links',
  'phones',
  'quarter',
  'place',
  'time',
  'people',
  'victims',
  'witnesses',
  'name',
  'phone',
  'declared',
] as const
export type TipFieldName = (typeof tipFieldNames)[number]
export type TipIssues = Partial<Record<TipFieldName, string>>

const paths: Record<string, TipFieldName> = {
  ...(Object.fromEntries(tipFieldNames.map((name) => [name, name])) as Record<TipFieldName, TipFieldName>),
  'contact.name': 'name',
  'contact.phone': 'phone',
  declaredTrue: 'declared',
}

/** A line of a list is wrong where its list is: `accounts.2`. */
const fieldAt = (path: string) => paths[path.replace(/\.\d+$/, '')]

const shorter = (most: number) => (issue: FieldIssue) =>
  issue === 'too-long' ? `Bạn viết ngắn lại, nhiều nhất ${most} ký tự.` : strange
const shorterLines = (most: number) => (issue: FieldIssue) =>
  issue === 'too-long' ? `Mỗi dòng nhiều nhất ${most} ký tự.` : strange

const words: Record<TipFieldName, (issue: FieldIssue) => string> = {
  category: () => 'Bạn chọn loại việc muốn báo.',
  text: textWords,
  accounts: shorterLines(120),
  links: shorterLines(500),
  phones: shorterLines(40),
  quarter: shorter(80),
  place: shorter(300),
  time: shorter(200),
  people: shorter(1000),
  victims: shorter(500),
  witnesses: shorter(500),
  name: (issue) =>
    issue === 'too-long' ? 'Bạn viết tên ngắn lại, nhiều nhất 80 ký tự.' : 'Bạn ghi tên của mình.',
  phone: () => 'Số điện thoại bắt đầu bằng số 0 và có 10 số.',
  declared: () => 'Bạn đánh dấu ô này trước khi gửi.',
}

const strange = 'Có ký tự lạ. Bạn xóa và gõ lại.'

function textWords(issue: FieldIssue): string {
  if (issue === 'format') return strange
  if (issue === 'too-long') return `Nội dung quá dài. Bạn viết gọn trong ${tipTextLimits.max} ký tự.`
  return `Bạn viết rõ hơn, ít nhất ${tipTextLimits.min} ký tự.`
}

/** What the contract says about a body, before the network is asked. */
export function checkTip(draft: SentDraft, declared: boolean, categories: readonly string[]): TipIssues {
  const parsed = v.safeParse(TipDraft, draft)
  const issues: TipIssues = {}
  for (const issue of parsed.issues ?? []) {
    const name = fieldAt(v.getDotPath(issue) ?? '')
    if (name) issues[name] ??= words[name](kindOf(issue.type))
  }
  if (!categories.includes(draft.category)) issues.category = words.category('not-allowed')
  if (!declared) issues.declared = words.declared('required')
  return issues
}

/** The server's word on the same fields. */
export function tipIssuesOf(fields: Record<string, FieldIssue> = {}): TipIssues {
  const known = Object.entries(fields).flatMap(([path, issue]) => {
    const name = fieldAt(path)
    return name ? [[name, words[name](issue)] as const] : []
  })
  return Object.fromEntries(known)
}

/** What was wrong at the last try and still is: a mark goes as soon as its field is right, none comes while typing. */
export function stillWrong(before: TipIssues, now: TipIssues): TipIssues {
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in now))
}

export function firstIssue(issues: TipIssues): TipFieldName | undefined {
  return tipFieldNames.find((name) => issues[name] !== undefined)
}

function kindOf(type: string): FieldIssue {
  if (type === 'min_length') return 'too-short'
  return type === 'max_length' ? 'too-long' : 'format'
}
