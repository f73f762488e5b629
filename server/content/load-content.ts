import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkFile } from './check-file.ts'
import { readContentFile } from './content-file.ts'
import { CardValidityFile, FeesFile, GuideFile, NoticesFile, UnitFile } from './content.schemas.ts'
import type { Content, GuideRecord } from './content.ts'
import { checkFees, checkGuides, checkNotices, checkUnit, type Placed } from './cross-check.ts'
import { ContentError, type Problem } from './problems.ts'

/** Reads `content/` without its demonstration part; throws one `ContentError` that lists every problem. */
export async function loadContent(dir: string): Promise<Content> {
  const problems: Problem[] = []
  const read = (name: string) => readContentFile(dir, name, problems)

  const unitFile = read('unit.yaml')
  const feesFile = read('fees.yaml')
  const noticesFile = read('notices.yaml')
  const unit = checkFile(UnitFile, unitFile)
  const fees = checkFile(FeesFile, feesFile)
  const notices = checkFile(NoticesFile, noticesFile)
  const cardValidity = checkFile(CardValidityFile, read('card-validity.yaml'))
  const guides = readGuides(dir, problems)

  if (unit) checkUnit(unitFile, unit)
  if (fees) checkFees(feesFile, fees)
  if (notices) checkNotices(noticesFile, notices)
  checkGuides(guides, fees)

  if (problems.length > 0 || !unit || !fees || !notices || !cardValidity) throw new ContentError(problems)
  return { unit, notices, guides: guides.map(({ record }) => record), fees, cardValidity }
}

/** In the order of their ids, which begin the file names. */
function readGuides(dir: string, problems: Problem[]): Placed<GuideRecord>[] {
  const folder = join(dir, 'guides')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  if (names.length === 0) problems.push({ file: 'guides', line: null, field: '', message: 'has no guide' })
  return names.sort().flatMap((name) => {
    const file = readContentFile(dir, `guides/${name}`, problems)
    const written = checkFile(GuideFile, file)
    if (!written) return []
    const { fees: feeIds, ...text } = written
    return [{ file, record: { ...text, feeIds } }]
  })
}
