import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { enteredFrom } from '#contract/application-status.ts'
import { dayOf } from '#contract/day.ts'
import { checkFile } from './check-file.ts'
import { readContentFile, type ContentFile } from './content-file.ts'
import type { Content, Demo, DemoApplication } from './content.ts'
import { checkNotices, checkUnique } from './cross-check.ts'
import { DemoApplicationsFile, DemoArticlesFile, DemoNoticesFile, factorFits } from './demo.schemas.ts'
import { loadContent } from './load-content.ts'
import { ContentError, type Problem } from './problems.ts'
import { resolveApplication, resolveArticle, resolveNotice } from './resolve-demo.ts'

/** Reads `demo/` below the content folder, as seen from `now`; throws one `ContentError` that lists every problem. */
export async function loadDemo(dir: string, now: Date): Promise<Demo> {
  const content = await loadContent(dir)
  const today = dayOf(now)
  const problems: Problem[] = []
  const articlesFile = readContentFile(dir, 'demo/articles.yaml', problems)
  const noticesFile = readContentFile(dir, 'demo/notices.yaml', problems)
  const applicationsFile = readContentFile(dir, 'demo/applications.yaml', problems)

  const articles = checkFile(DemoArticlesFile, articlesFile)
  const notices = checkFile(DemoNoticesFile, noticesFile)?.map((notice) => resolveNotice(notice, today))
  const written = checkFile(DemoApplicationsFile, applicationsFile)
  const applications = written?.map((application) => resolveApplication(application, today))

  if (articles) checkArticles(articlesFile, articles, dir, content)
  if (notices) checkNotices(noticesFile, notices)
  if (written && applications) checkApplications(applicationsFile, written, applications, content)

  if (problems.length > 0 || !articles || !notices || !applications) throw new ContentError(problems)
  return { articles: articles.map((article) => resolveArticle(article, today)), notices, applications }
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
    if (application.guideSlug !== null && !slugs.has(application.guideSlug)) {
      file.note([index, 'guideSlug'], `names no guide: "${application.guideSlug}"`)
    }
  })
  resolved.forEach((application, index) => checkSteps(file, index, application))
}

function checkSteps(file: ContentFile, index: number, application: DemoApplication): void {
  application.steps.forEach((step, at) => {
    const before = application.steps[at - 1]
    const legal = before ? enteredFrom[step.status].includes(before.status) : step.status === 'received'
    if (!legal) {
      const from = before ? `follow "${before.status}"` : 'open an application'
      file.note([index, 'steps', at, 'status'], `"${step.status}" may not ${from}`)
    }
    if (before && step.at <= before.at)
      file.note([index, 'steps', at, 'daysAgo'], 'is not later than the step before')
    if (step.promisedOn !== null && step.promisedOn < dayOf(new Date(step.at))) {
      file.note([index, 'steps', at, 'promisedInDays'], 'promises a day before the step itself')
    }
  })
}
