import { addDays } from '#contract/day.ts'
import type { Notice } from '#contract/unit.ts'
import type { DemoApplication, DemoArticle, DemoTip } from './content.ts'
import { instantAt, workdayAt } from './demo-time.ts'
import type { DemoApplicationsFile, DemoArticlesFile, DemoNoticesFile, DemoTipsFile } from './demo.schemas.ts'

export function resolveArticle(article: DemoArticlesFile[number], today: string): DemoArticle {
  const { daysAgo, time } = article.publishedAt
  return { ...article, publishedAt: instantAt(addDays(today, -daysAgo), time) }
}

export function resolveNotice(notice: DemoNoticesFile[number], today: string): Notice {
  return {
    ...notice,
    from: instantAt(addDays(today, -notice.from.daysAgo), notice.from.time),
    until: instantAt(addDays(today, notice.until.inDays), notice.until.time),
  }
}

export function resolveApplication(
  application: DemoApplicationsFile[number],
  today: string,
): DemoApplication {
  return {
    ...application,
    steps: application.steps.map(({ status, daysAgo, time, note, reason, promisedInDays }) => ({
      status,
      at: instantAt(workdayAt(addDays(today, -daysAgo)), time),
      note,
      reason,
      promisedOn: promisedInDays === null ? null : workdayAt(addDays(today, promisedInDays)),
    })),
  }
}

export function resolveTip(tip: DemoTipsFile[number], today: string): DemoTip {
  const { id, receivedAt, contact, ...content } = tip
  const { daysAgo, time } = receivedAt
  return { id, receivedAt: instantAt(addDays(today, -daysAgo), time), content, contact }
}
