import { addDays } from '#contract/day.ts'
import type { FeeTable } from '#contract/fees.ts'
import type { Notice } from '#contract/unit.ts'
import type { ContentFile } from './content-file.ts'
import type { Content, GuideRecord } from './content.ts'
import type { FieldPath } from './problems.ts'

/** A record together with the file it came from. */
export interface Placed<T> {
  file: ContentFile
  record: T
}

/** Law is dated data: after so many days without a new look a record says that it is under review. */
const longestWithoutRecheck = 90

/** Notes every later use of a name that must be used once. */
export function checkUnique(entries: Iterable<{ file: ContentFile; path: FieldPath; name: string }>): void {
  const seen = new Map<string, string>()
  for (const { file, path, name } of entries) {
    const earlier = seen.get(name)
    if (earlier !== undefined) file.note(path, `repeats "${name}", already used in ${earlier}`)
    else seen.set(name, file.name)
  }
}

export function checkGuides(guides: readonly Placed<GuideRecord>[], fees: readonly FeeTable[] | undefined) {
  checkUnique(guides.map(({ file, record }) => ({ file, path: ['id'], name: record.id })))
  checkUnique(guides.map(({ file, record }) => ({ file, path: ['slug'], name: record.slug })))
  const slugs = new Set(guides.map(({ record }) => record.slug))
  for (const { file, record } of guides) {
    checkGuide(file, record)
    const insteadSlug = record.abolished?.insteadSlug
    if (insteadSlug && !slugs.has(insteadSlug)) {
      file.note(['abolished', 'insteadSlug'], `names no guide: "${insteadSlug}"`)
    }
    if (!fees) continue
    record.feeIds.forEach((id, index) => {
      if (!fees.some((table) => table.id === id)) file.note(['fees', index], `names no fee table: "${id}"`)
    })
  }
}

function checkGuide(file: ContentFile, guide: GuideRecord): void {
  const expected = `guides/${guide.id.toLowerCase()}-${guide.slug}.yaml`
  if (file.name !== expected) file.note(['id'], `and slug call for the file name ${expected}`)
  if (guide.validUntil !== null && guide.validUntil < guide.validFrom) {
    file.note(['validUntil'], 'lies before validFrom')
  }
  if (guide.recheckBy <= guide.checkedOn) file.note(['recheckBy'], 'must lie after checkedOn')
  if (guide.recheckBy > addDays(guide.checkedOn, longestWithoutRecheck)) {
    file.note(['recheckBy'], `must lie within ${longestWithoutRecheck} days after checkedOn`)
  }
  if (!guide.abolished && guide.feeIds.length === 0 && guide.feeNote === null) {
    file.note(['feeNote'], 'must say something about the fee, because no fee table is named')
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

export function checkUnit(file: ContentFile, unit: Content['unit']): void {
  for (const list of ['hotlines', 'stations', 'tipCategories', 'newsCategories'] as const) {
    checkUnique(unit[list].map((entry, index) => ({ file, path: [list, index, 'id'], name: entry.id })))
  }
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
