import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { contentDir, problemsAfter, type Change } from './content-copy.fixture.ts'
import { routesIn } from './links.ts'
import { ContentError, wordProblem } from './problems.ts'

const today = '2026-11-23'
const routes = routesIn(readFileSync(join(contentDir, '../src/app/routes.tsx'), 'utf8'))
const cc04 = 'guides/cc-04-cap-doi-can-cuoc.yaml'
const notices = 'notices.yaml'

/** In the form that `problemsAfter` understands. */
async function refuse(dir: string): Promise<void> {
  const { problems } = await checkContent(dir, { today, routes })
  if (problems.length > 0) throw new ContentError(problems)
}
const notice = (link: string): Change => ({
  file: notices,
  replace: /^\[\]$/m,
  by: `- { id: lu, title: Lũ, text: Lũ về., from: 2026-10-01T08:00:00+07:00, until: 2026-10-02T08:00:00+07:00, link: '${link}' }`,
})
const summary = (text: string): Change => ({
  file: cc04,
  replace: /^summary: .*$/m,
  by: `summary: '${text}'`,
})

test('the app’s pages are known', () => {
  expect(routes).toEqual(expect.arrayContaining(['/', '/guides', '/guides/:slug', '/forms', '/news/:slug']))
})

test('the real content is sound, and nothing in it is due', async () => {
  expect(await checkContent(contentDir, { today, routes })).toEqual({ problems: [], stale: [] })
})

test('a form that only a sentence names must have its page', async () => {
  const [problem, ...others] = await problemsAfter([summary('Điền tờ khai CT99 rồi nộp.')], refuse)
  expect(others).toEqual([])
  expect(problem).toMatchObject({ file: cc04, message: 'names no form: "CT99"' })
})

describe('a dead link is refused, with how to mend it', () => {
  type Dead = [name: string, change: Change, link: string]
  test.each<Dead>([
    ['in a notice', notice('/guides/khong-co'), '/guides/khong-co'],
    ['in a guide’s text', summary('Xem thêm ở /guides/khong-co.'), '/guides/khong-co'],
    [
      'in an invented notice',
      { file: 'demo/notices.yaml', replace: /link: .*$/m, by: 'link: /news/khong-co' },
      '/news/khong-co',
    ],
  ])('%s', async (_, change, link) => {
    const [problem, ...others] = await problemsAfter([change], refuse)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ file: change.file, message: `leads nowhere: "${link}"` })
    expect(problem && wordProblem(problem)).toMatch(/:\d+: .*\n {6}use an address of the app/u)
  })
})

describe('how to mend is said with file and line', () => {
  type Mended = [name: string, change: Change, mend: string]
  test.each<Mended>([
    ['no source', { file: cc04, replace: /^sources:\n(?: .*\n)+/m, by: 'sources: []\n' }, 'without a source'],
    ['an unknown form', { file: cc04, replace: /^forms: .*$/m, by: 'forms: [ct99]' }, 'an id of forms.yaml'],
    ['a mark of doubt', summary('Tối đa 7 ngày ?'), 'leave the fact out'],
    ['a fee typed as text', summary('Lệ phí 50.000đ.'), 'fees.yaml'],
    [
      'a guide that is not there',
      { file: cc04, replace: /^related: .*$/m, by: 'related: [khong-co]' },
      'slug of a guide',
    ],
  ])('%s', async (_, change, mend) => {
    const [problem] = await problemsAfter([change], refuse)
    const words = problem ? wordProblem(problem) : ''
    expect(words).toMatch(new RegExp(`^ {2}${cc04}:\\d+: `, 'u'))
    expect(words.split('\n')[1]).toContain(mend)
  })
})

describe('what is due is listed, and does not fail', () => {
  test('nothing on the last day, every record of that day after it', async () => {
    const last = await checkContent(contentDir, { today: '2027-02-21', routes })
    expect(last).toEqual({ problems: [], stale: [] })
    const { problems, stale } = await checkContent(contentDir, { today: '2027-02-22', routes })
    expect(problems).toEqual([])
    expect(new Set(stale.map(({ file }) => file.split('/')[0]))).toEqual(
      new Set(['areas.yaml', 'guides', 'forms.yaml', 'unit.yaml']),
    )
    expect(stale.every(({ line }) => line !== null)).toBe(true)
    expect(stale[0] && wordProblem(stale[0])).toContain('read the source again')
  })

  test('a validity that ends earlier is named as such', async () => {
    const stale = await problemsAfter(
      [{ file: cc04, replace: 'validUntil: null', by: 'validUntil: 2026-11-22' }],
      async (dir) => {
        const checked = await checkContent(dir, { today, routes })
        expect(checked.problems).toEqual([])
        throw new ContentError(checked.stale)
      },
    )
    expect(stale).toMatchObject([{ file: cc04, field: 'validUntil', message: 'has passed: 2026-11-22' }])
  })
})
