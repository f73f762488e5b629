import { addDays } from '#contract/day.ts'
import { longestWithoutRecheck } from '#contract/forms.ts'
import type { ContentFile } from './content-file.ts'
import type { GuideRecord } from './content.ts'
import { checkUnique, type Placed } from './cross-check.ts'
import type { FieldPath } from './problems.ts'
import { checkFormCodes } from './statements.ts'

/** What guides name and other files say; undefined where that file could not be read. */
export interface Known {
  slugs: ReadonlySet<string>
  fees: ReadonlySet<string> | undefined
  forms: ReadonlySet<string> | undefined
  hotlines: ReadonlySet<string> | undefined
}

export function checkGuides(guides: readonly Placed<GuideRecord>[], known: Known): void {
  checkUnique(guides.map(({ file, record }) => ({ file, path: ['id'], name: record.id })))
  checkUnique(guides.map(({ file, record }) => ({ file, path: ['slug'], name: record.slug })))
  for (const { file, record } of guides) {
    checkDays(file, record)
    checkDuties(file, record)
    checkNames(file, record, known)
    checkFormCodes(file, known.forms)
  }
}

function checkDays(file: ContentFile, guide: GuideRecord): void {
  if (guide.validUntil !== null && guide.validUntil < guide.validFrom) {
    file.note(['validUntil'], 'lies before validFrom')
  }
  if (guide.recheckBy <= guide.checkedOn) file.note(['recheckBy'], 'must lie after checkedOn')
  if (guide.recheckBy > addDays(guide.checkedOn, longestWithoutRecheck)) {
    file.note(['recheckBy'], `must lie within ${longestWithoutRecheck} days after checkedOn`)
  }
}

/** What a guide must say because of what it is. */
function checkDuties(file: ContentFile, guide: GuideRecord): void {
  const expected = `guides/${guide.id.toLowerCase()}-${guide.slug}.yaml`
  if (file.name !== expected) file.note(['id'], `and slug call for the file name ${expected}`)
  const neighbour = guide.group === 'lien-quan'
  const ours = !neighbour && !guide.abolished
  if (ours && guide.feeIds.length === 0 && guide.feeNote === null) {
    file.note(['feeNote'], 'must say something about the fee, because no fee table is named')
  }
  if (neighbour && guide.handledBy === null) {
    file.note(['handledBy'], 'must say who decides, because the group is lien-quan')
  }
  if (!neighbour && guide.handledBy !== null) {
    file.note(['handledBy'], 'must be null: only guides of the group lien-quan are decided by others')
  }
  if (!neighbour && guide.legalBasis.length === 0) file.note(['legalBasis'], 'must not be empty')
}

function checkNames(file: ContentFile, guide: GuideRecord, known: Known): void {
  const check = (path: FieldPath, name: string, names: ReadonlySet<string> | undefined, kind: string) => {
    if (names && !names.has(name)) file.note(path, `names no ${kind}: "${name}"`)
  }
  const insteadSlug = guide.abolished?.insteadSlug
  if (insteadSlug) check(['abolished', 'insteadSlug'], insteadSlug, known.slugs, 'guide')
  guide.relatedSlugs.forEach((slug, at) => check(['related', at], slug, known.slugs, 'guide'))
  guide.feeIds.forEach((id, at) => check(['fees', at], id, known.fees, 'fee table'))
  guide.formIds.forEach((id, at) => check(['forms', at], id, known.forms, 'form'))
  guide.hotlineIds.forEach((id, at) => check(['hotlines', at], id, known.hotlines, 'hotline'))
}
