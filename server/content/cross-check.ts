import type { FeeTable } from '#contract/fees.ts'
import { GuideGroup } from '#contract/guides.ts'
import type { Notice } from '#contract/unit.ts'
import { checkClosings } from './closings.ts'
import type { ContentFile } from './content-file.ts'
import type { Content, FormRecord } from './content.ts'
import type { FieldPath } from './problems.ts'

/** A record together with the file it came from. */
export interface Placed<T> {
  file: ContentFile
  record: T
}

/** Notes every later use of a name that must be used once. */
export function checkUnique(entries: Iterable<{ file: ContentFile; path: FieldPath; name: string }>): void {
  const seen = new Map<string, string>()
  for (const { file, path, name } of entries) {
    const earlier = seen.get(name)
    if (earlier !== undefined) file.note(path, `repeats "${name}", already used in ${earlier}`)
    else seen.set(name, file.name)
  }
}

export function checkFees(file: ContentFile, fees: readonly FeeTable[]): void {
  checkUnique(fees.map((table, index) => ({ file, path: [index, 'id'], name: table.id })))
  fees.forEach((table, index) => {
    table.rules.forEach((rule, at) => {
      if (rule.until !== null && rule.until < rule.from) {
        file.note([index, 'rules', at, 'until'], 'lies before from')
      }
    })
  })
}

export function checkForms(file: ContentFile, forms: readonly FormRecord[]): void {
  checkUnique(forms.map((form, index) => ({ file, path: [index, 'id'], name: form.id })))
}

const isGroup = (name: string) => GuideGroup.options.some((group) => group === name)

export function checkUnit(file: ContentFile, unit: Content['unit']): void {
  for (const list of ['hotlines', 'stations', 'tipCategories', 'newsCategories'] as const) {
    checkUnique(unit[list].map((entry, index) => ({ file, path: [list, index, 'id'], name: entry.id })))
  }
  checkClosings(file, unit.stations)
  unit.stations.forEach(({ hours }, station) => {
    hours.forEach(({ groups }, counter) => {
      const unknown = groups?.find((group) => !isGroup(group))
      if (unknown)
        file.note(['stations', station, 'hours', counter, 'groups'], `names no group: "${unknown}"`)
    })
  })
  const phones = new Set(unit.hotlines.map((hotline) => hotline.phone))
  unit.tipCategories.forEach((category, index) => {
    category.callFirst.forEach((phone, at) => {
      if (!phones.has(phone))
        file.note(['tipCategories', index, 'callFirst', at], `is no hotline: "${phone}"`)
    })
  })
}

export function checkNotices(file: ContentFile, notices: readonly Notice[]): void {
  checkUnique(notices.map((notice, index) => ({ file, path: [index, 'id'], name: notice.id })))
  notices.forEach((notice, index) => {
    if (Date.parse(notice.until) <= Date.parse(notice.from)) {
      file.note([index, 'until'], 'must lie after from')
    }
  })
}
