import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ApplicationState, afterStep, issuesOfStep } from '#contract/application-steps.ts'
import { everyStation } from '#contract/roles.ts'
import { dayOf } from '#contract/day.ts'
import { checkFile } from './check-file.ts'
import { readContentFile, type ContentFile } from './content-file.ts'
import type { Content, Demo, DemoApplication } from './content.ts'
import { checkNotices, checkUnique } from './cross-check.ts'
import {
  DemoApplicationsFile,
  DemoArticlesFile,
  DemoNoticesFile,
  DemoOfficersFile,
  DemoTipsFile,
  factorFits,
} from './demo.schemas.ts'
import { loadContent } from './load-content.ts'
import { ContentError, type Problem } from './problems.ts'
import { resolveApplication, resolveArticle, resolveNotice, resolveTip } from './resolve-demo.ts'

/** Reads `demo/` below the content folder, as seen from `now`; throws one `ContentError` that lists every problem. */
export async function loadDemo(dir: string, now: Date): Promise<Demo> {
  const content = await loadContent(dir)
  const today = dayOf(now)
  const problems: Problem[] = []
  const articlesFile = readContentFile(dir, 'demo/articles.yaml', problems)
  const noticesFile = readContentFile(dir, 'demo/notices.yaml', problems)
  const applicationsFile = readContentFile(dir, 'demo/applications.yaml', problems)
  const officersFile = readContentFile(dir, 'demo/officers.yaml', problems)
  const tipsFile = readContentFile(dir, 'demo/tips.yaml', problems)

  const articles = checkFile(DemoArticlesFile, articlesFile)
  const notices = checkFile(DemoNoticesFile, noticesFile)?.map((notice) => resolveNotice(notice, today))
  const written = checkFile(DemoApplicationsFile, applicationsFile)
  const officers = checkFile(DemoOfficersFile, officersFile)
  const tips = checkFile(DemoTipsFile, tipsFile)
  const applications = written?.map((application) => resolveApplication(application, today))

  if (articles) checkArticles(articlesFile, articles, dir, content)
  if (notices) checkNotices(noticesFile, notices)
  if (officers) checkOfficers(officersFile, officers, content)
  if (tips) checkTips(tipsFile, tips, content)
  if (written && applications) checkApplications(applicationsFile, written, applications, content)

  if (problems.length > 0 || !articles || !notices || !applications || !officers || !tips)
    throw new ContentError(problems)
  return {
    articles: articles.map((article) => resolveArticle(article, today)),
    notices,
    applications,
    officers,
    tips: tips.map((tip) => resolveTip(tip, today)),
  }
}

function checkArticles(file: ContentFile, articles: DemoArticlesFile, dir: string, content: Content): void {
  checkUnique(articles.map((article, index) => ({ file, path: [index, 'slug'], name: article.slug })))
  const categories = new Set(content.unit.newsCategories.map((category) => category.id))
  articles.forEach((article, index) => {
    if (!categories.has(article.category)) {
      file.note([index, 'category'], `names no news category: "${article.category}"`)
    }
    if (article.cover !== null && !existsSync(join(dir, 'demo/covers', article.cover))) {
      file.note([index, 'cover'], `names no file in demo/covers: "${article.cover}"`)
    }
  })
}

function checkApplications(
  file: ContentFile,
  written: DemoApplicationsFile,
  resolved: readonly DemoApplication[],
  content: Content,
): void {
  checkUnique(written.map((application, index) => ({ file, path: [index, 'code'], name: application.code })))
  const slugs = new Set(content.guides.map((guide) => guide.slug))
  written.forEach((application, index) => {
    if (!factorFits(application)) {
      file.note([index, 'factor'], 'has the wrong number of digits for its factorKind')
    }
    if (!stationsOf(content).has(application.station)) {
      file.note([index, 'station'], `names no station: "${application.station}"`)
    }
    if (application.guideSlug !== null && !slugs.has(application.guideSlug)) {
      file.note([index, 'guideSlug'], `names no guide: "${application.guideSlug}"`)
    }
  })
  resolved.forEach((application, index) => checkSteps(file, index, application))
}

function checkTips(file: ContentFile, tips: DemoTipsFile, { unit }: Content): void {
  checkUnique(tips.map(({ id }, index) => ({ file, path: [index, 'id'], name: id })))
  const categories = new Set(unit.tipCategories.map(({ id }) => id))
  tips.forEach(({ category }, index) => {
    if (!categories.has(category)) file.note([index, 'category'], `names no tip category: "${category}"`)
  })
}

const stationsOf = (content: Content) => new Set(content.unit.stations.map(({ id }) => id))

function checkOfficers(file: ContentFile, officers: DemoOfficersFile, content: Content): void {
  checkUnique(officers.map(({ login }, index) => ({ file, path: [index, 'login'], name: login })))
  const known = stationsOf(content).add(everyStation)
  officers.forEach(({ grants }, index) =>
    grants.forEach(({ station }, at) => {
      if (!known.has(station)) file.note([index, 'grants', at, 'station'], `names no station: "${station}"`)
    }),
  )
}

function checkSteps(file: ContentFile, index: number, application: DemoApplication): void {
  let before: ApplicationState | undefined
  application.steps.forEach((step, at) => {
    const issues = issuesOfStep(before, step)
    const note = (field: string, message: string) => file.note([index, 'steps', at, field], message)
    if (issues.status) {
      note(
        'status',
        `"${step.status}" may not ${before ? `follow "${before.status}"` : 'open an application'}`,
      )
    }
    if (before && step.at <= before.changedAt) note('daysAgo', 'is not later than the step before')
    if (issues.promisedOn)
      note('promisedInDays', 'promises a day before the step itself, or after the result')
    if (issues.reason === 'required') note('reason', 'is missing: a promised date moves only with a reason')
    if (issues.reason === 'not-allowed') note('reason', 'is not wanted: nothing is late any more')
    before = afterStep(before, step)
  })
}
