import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ApplicationStatus, isOverdue } from '#contract/application-status.ts'
import { dayOf } from '#contract/day.ts'
import { contentDir, problemsAfter, type Change } from './content-copy.fixture.ts'
import type { Demo, DemoApplication } from './content.ts'
import { loadDemo } from './load-demo.ts'

const monday = new Date('2026-11-23T03:00:00Z')
const load = () => loadDemo(contentDir, monday)

const articles = 'demo/articles.yaml'
const applications = 'demo/applications.yaml'

function statusOf({ steps }: DemoApplication): ApplicationStatus | undefined {
  return steps.at(-1)?.status
}
function promiseOf({ steps }: DemoApplication): string | null {
  return steps.filter(({ promisedOn }) => promisedOn !== null).at(-1)?.promisedOn ?? null
}
function isLate(application: DemoApplication, now: Date): boolean {
  return isOverdue(statusOf(application) ?? 'received', promiseOf(application), dayOf(now))
}
const lateCodes = ({ applications }: Demo, now: Date) =>
  applications.filter((application) => isLate(application, now)).map(({ code }) => code)

describe('the demonstration', () => {
  test('fills more than one page of news, and every article says that it is invented', async () => {
    const demo = await load()
    expect(demo.articles.length).toBeGreaterThan(20)
    const unmarked = demo.articles.filter(({ body }) => !JSON.stringify(body).includes('Nội dung minh họa'))
    expect(unmarked).toEqual([])
  })

  test('shows every state, late files with and without a reason, and one moved promise', async () => {
    const demo = await load()
    const shown = new Set(demo.applications.map(statusOf))
    expect(ApplicationStatus.options.filter((status) => !shown.has(status))).toEqual([])
    expect(lateCodes(demo, monday)).toEqual(['DEMO-010', 'DEMO-012'])
    const moved = demo.applications.filter(
      ({ steps }) => steps.filter(({ promisedOn }) => promisedOn !== null).length > 1,
    )
    expect(moved.map(({ code }) => code)).toEqual(['DEMO-011'])
  })

  test('counts days in Viet Nam: at 00:30 there it is still the day before in UTC', async () => {
    const demo = await loadDemo(contentDir, new Date('2026-11-22T17:30:00Z'))
    expect(demo.articles[0]?.publishedAt).toBe('2026-11-22T01:15:00.000Z')
    const first = demo.applications.find(({ code }) => code === 'DEMO-001')
    // The day before a Monday is a Sunday, so the file was received on Friday.
    expect(first?.steps[0]).toMatchObject({ at: '2026-11-20T02:10:00.000Z', promisedOn: '2026-12-02' })
  })

  test.each([0, 1, 2, 3, 4, 5, 6])('stays fresh and legal when seeded on weekday %i', async (offset) => {
    const now = new Date(monday.getTime() + offset * 86_400_000)
    const demo: Demo = await loadDemo(contentDir, now)
    const instants = [
      ...demo.articles.map(({ publishedAt }) => publishedAt),
      ...demo.applications.flatMap(({ steps }) => steps.map(({ at }) => at)),
      ...demo.notices.map(({ from }) => from),
    ]
    expect(instants.filter((instant) => Date.parse(instant) >= now.getTime())).toEqual([])
    expect(demo.notices.every(({ until }) => Date.parse(until) > now.getTime())).toBe(true)
    expect(lateCodes(demo, now)).toEqual(['DEMO-010', 'DEMO-012'])
  })

  test('has at least eight covers, each used, drawn without words', async () => {
    const files = readdirSync(join(contentDir, 'demo/covers'))
    const used = new Set((await load()).articles.map(({ cover }) => cover))
    expect(files.length).toBeGreaterThanOrEqual(8)
    expect(files.filter((file) => !used.has(file))).toEqual([])
    const worded = files.filter((file) =>
      readFileSync(join(contentDir, 'demo/covers', file), 'utf8').includes('<text'),
    )
    expect(worded).toEqual([])
  })
})

type Broken = [name: string, change: Change, field: string, message: string]
const broken: Broken[] = [
  [
    'a forbidden transition',
    { file: applications, replace: 'status: ready', by: 'status: received' },
    '[5].steps[4].status',
    '"received" may not follow "printed"',
  ],
  [
    'a file that does not begin with its receipt',
    { file: applications, replace: 'status: received', by: 'status: in_progress' },
    '[0].steps[0].status',
    'may not open an application',
  ],
  [
    'a step before the one it follows',
    { file: applications, replace: /daysAgo: 3\n( +time: '14:20')/, by: 'daysAgo: 30\n$1' },
    '[2].steps[1].daysAgo',
    'not later than the step before',
  ],
  [
    'a promise older than its step',
    { file: applications, replace: 'promisedInDays: 9', by: 'promisedInDays: -9' },
    '[0].steps[0].promisedInDays',
    'before the step itself',
  ],
  [
    'a factor of the wrong kind',
    { file: applications, replace: 'factorKind: phone4', by: 'factorKind: pin' },
    '[0].factor',
    'wrong number of digits',
  ],
  [
    'a guide that is not there',
    { file: applications, replace: 'guideSlug: cap-doi-can-cuoc', by: 'guideSlug: khong-co' },
    '[2].guideSlug',
    'names no guide',
  ],
  [
    'a code used twice',
    { file: applications, replace: 'DEMO-002', by: 'DEMO-001' },
    '[1].code',
    'repeats "DEMO-001"',
  ],
  [
    'a cover that is not there',
    { file: articles, replace: 'tam-the.svg', by: 'khong-co.svg' },
    '[1].cover',
    'names no file',
  ],
  [
    'an unknown category',
    { file: articles, replace: 'category: canh-bao', by: 'category: tin-vit' },
    '[0].category',
    'names no news category',
  ],
  [
    'an article of the future',
    { file: articles, replace: 'daysAgo: 1,', by: 'daysAgo: 0,' },
    '[0].publishedAt.daysAgo',
    'must be',
  ],
]

describe('broken demonstration material is refused, by file and field', () => {
  test.each(broken)('%s', async (_, change, field, message) => {
    const problems = await problemsAfter([change], (dir) => loadDemo(dir, monday))
    expect(problems).toContainEqual(
      expect.objectContaining({ file: change.file, field, message: expect.stringContaining(message) }),
    )
  })
})
