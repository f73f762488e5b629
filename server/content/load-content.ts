import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readAreas } from './areas-file.ts'
import { readCalendar } from './calendar.ts'
import { checkFile } from './check-file.ts'
import { readContentFile } from './content-file.ts'
import {
  CardValidityFile,
  FeesFile,
  FormsFile,
  GuideFile,
  NoticesFile,
  RetentionFile,
  SynonymsFile,
  UnitFile,
} from './content.schemas.ts'
import type { Content, GuideRecord } from './content.ts'
import { checkFees, checkForms, checkNotices, checkUnit, type Placed } from './cross-check.ts'
import { readFinder } from './finder-file.ts'
import { checkGuides } from './guide-checks.ts'
import { readPages } from './pages-file.ts'
import { ContentError, type Problem } from './problems.ts'
import { checkSynonyms } from './check-synonyms.ts'
import { checkStatements } from './statements.ts'

/** Reads `content/` without its demonstration part; throws one `ContentError` that lists every problem. */
export async function loadContent(dir: string): Promise<Content> {
  const problems: Problem[] = []
  const read = (name: string) => readContentFile(dir, name, problems)

  const unitFile = read('unit.yaml')
  const feesFile = read('fees.yaml')
  const formsFile = read('forms.yaml')
  const noticesFile = read('notices.yaml')
  const unit = checkFile(UnitFile, unitFile)
  const fees = checkFile(FeesFile, feesFile)
  const forms = checkFile(FormsFile, formsFile)
  const notices = checkFile(NoticesFile, noticesFile)
  const cardFile = read('card-validity.yaml')
  const cardValidity = checkFile(CardValidityFile, cardFile)
  const synonymsFile = read('synonyms.yaml')
  const searchWords = checkFile(SynonymsFile, synonymsFile)
  const retention = checkFile(RetentionFile, read('retention.yaml'))
  const calendar = readCalendar(dir, problems)
  const areas = readAreas(dir, problems, idsOf(unit?.stations))
  const names = guideNames(dir, problems)
  const guides = readGuides(dir, names, problems)
  const records = guides.map(({ record }) => record)
  // By the file names: a guide that could not be read is there all the same.
  const slugs = new Set(names.map((name) => name.replace(/^[a-z]+-\d+-|\.yaml$/gu, '')))
  const finder = readFinder(dir, problems, { guides: records, slugs, fees, forms: idsOf(forms) })

  if (unit) checkUnit(unitFile, unit)
  if (fees) checkFees(feesFile, fees)
  if (forms) checkForms(formsFile, forms)
  if (notices) checkNotices(noticesFile, notices)
  if (searchWords) checkSynonyms(synonymsFile, searchWords)
  checkGuides(guides, {
    slugs,
    fees: idsOf(fees),
    forms: idsOf(forms),
    hotlines: idsOf(unit?.hotlines),
  })
  for (const file of [feesFile, formsFile, cardFile, ...guides.map(({ file }) => file)]) checkStatements(file)

  const content = {
    unit,
    calendar,
    areas,
    notices,
    guides: records,
    fees,
    forms,
    cardValidity,
    finder,
    searchWords,
    retention,
    pages: readPages(dir, problems),
  }
  if (problems.length > 0 || !isWhole(content)) throw new ContentError(problems)
  return content
}

type Parts<T> = { [K in keyof T]: T[K] | undefined }

/** What could not be read is undefined, and then stands in the problems. */
function isWhole(content: Parts<Content>): content is Content {
  return Object.values(content).every((part) => part !== undefined)
}

const idsOf = (records: readonly { id: string }[] | undefined) =>
  records && new Set(records.map(({ id }) => id))

/** In the order of their ids, which begin the file names. */
function guideNames(dir: string, problems: Problem[]): string[] {
  const folder = join(dir, 'guides')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  if (names.length === 0) problems.push({ file: 'guides', line: null, field: '', message: 'has no guide' })
  names.sort()
  return names
}

function readGuides(dir: string, names: readonly string[], problems: Problem[]): Placed<GuideRecord>[] {
  return names.flatMap((name) => {
    const file = readContentFile(dir, `guides/${name}`, problems)
    const written = checkFile(GuideFile, file)
    if (!written) return []
    const { fees: feeIds, forms: formIds, related: relatedSlugs, hotlines: hotlineIds, ...text } = written
    return [{ file, record: { ...text, feeIds, formIds, relatedSlugs, hotlineIds } }]
  })
}
