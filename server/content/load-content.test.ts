import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentDir, problemsAfter, type Change } from './content-copy.fixture.ts'
import { loadContent } from './load-content.ts'
import { ContentError } from './problems.ts'

const cc01 = 'guides/cc-01-cap-can-cuoc-tu-14-tuoi.yaml'
const cc08 = 'guides/cc-08-xac-nhan-so-chung-minh-nhan-dan.yaml'

describe('the real content', () => {
  test('loads as a whole', async () => {
    const content = await loadContent(contentDir)
    const ids = content.guides.map((guide) => guide.id)
    const numbered = (area: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${area}-${String(index + 1).padStart(2, '0')}`)
    expect(ids).toEqual([
      ...numbered('CC', 10),
      ...numbered('CU', 12),
      ...numbered('ID', 3),
      ...numbered('LQ', 6),
    ])
    expect(content.forms.map((form) => form.name)).toContain('CT01')
    expect(content.cardValidity).toHaveLength(4)
    expect(content.notices).toEqual([])
  })

  test('keeps days as text and separates fee tables from the guide’s words', async () => {
    const { guides } = await loadContent(contentDir)
    expect(guides[0]).toMatchObject({
      validFrom: '2026-08-18',
      feeIds: ['cap-lan-dau', 'doi-cccd-sang-can-cuoc'],
    })
    expect(guides[0]).not.toHaveProperty('fees')
  })

  test('sends people from the abolished confirmation to a procedure that exists', async () => {
    const { guides } = await loadContent(contentDir)
    const abolished = guides.filter((guide) => guide.abolished)
    expect(abolished.map((guide) => guide.id)).toEqual(['CC-08'])
    const instead = guides.find((guide) => guide.slug === abolished[0]?.abolished?.insteadSlug)
    expect(instead?.id).toBe('CC-06')
  })

  test('what others decide is named, and what is ours is not sent away', async () => {
    const { guides } = await loadContent(contentDir)
    const sentAway = guides.filter(({ handledBy }) => handledBy !== null).map(({ group }) => group)
    expect(sentAway).toEqual(Array.from({ length: 6 }, () => 'lien-quan'))
  })

  test('gives no address or duty phone that the unit has not confirmed', async () => {
    const { unit } = await loadContent(contentDir)
    expect(unit.dutyPhone).toBeNull()
    expect(unit.stations.map(({ address, phone }) => [address, phone])).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

type Broken = [name: string, change: Change, file: string, field: string, message: string]
const broken: Broken[] = [
  ['a missing field', { file: cc01, replace: /^title: .*\n/m, by: '' }, cc01, 'title', 'is missing'],
  [
    'an empty text',
    { file: cc01, replace: /^summary: .*$/m, by: "summary: ''" },
    cc01,
    'summary',
    'must not be empty',
  ],
  [
    'no source',
    { file: cc01, replace: /^sources:\n(?: .*\n)+/m, by: 'sources: []\n' },
    cc01,
    'sources',
    'must not be empty',
  ],
  [
    'a day that does not exist',
    { file: cc01, replace: 'checkedOn: 2026-11-23', by: 'checkedOn: 2026-02-30' },
    cc01,
    'checkedOn',
    'must be a day that exists',
  ],
  [
    'a re-check too far away',
    { file: cc01, replace: 'recheckBy: 2027-02-21', by: 'recheckBy: 2027-02-22' },
    cc01,
    'recheckBy',
    'within 90 days',
  ],
  [
    'an end before the beginning',
    { file: cc01, replace: 'validUntil: null', by: 'validUntil: 2026-08-17' },
    cc01,
    'validUntil',
    'lies before',
  ],
  [
    'an optional field mistyped',
    { file: cc01, replace: '    when: Nếu bạn biết số này', by: '    khi: Nếu bạn biết số này' },
    cc01,
    'documents[0].khi',
    'not a field we know',
  ],
  [
    'an unknown fee table',
    { file: cc01, replace: 'fees: [cap-lan-dau,', by: 'fees: [cap-lan-hai,' },
    cc01,
    'fees[0]',
    'names no fee table: "cap-lan-hai"',
  ],
  [
    'not a word about the fee',
    { file: cc01, replace: /^fees: .*$/m, by: 'fees: []' },
    cc01,
    'feeNote',
    'must say something about the fee',
  ],
  [
    'a slug that is not the file’s',
    { file: cc01, replace: /^slug: .*$/m, by: 'slug: lam-can-cuoc' },
    cc01,
    'id',
    'cc-01-lam-can-cuoc.yaml',
  ],
  [
    'a slug used twice',
    { file: cc08, replace: /^slug: .*$/m, by: 'slug: cap-can-cuoc-tu-14-tuoi' },
    cc08,
    'slug',
    `already used in ${cc01}`,
  ],
  [
    'an abolished procedure that leads nowhere',
    { file: cc08, replace: /insteadSlug: .*$/m, by: 'insteadSlug: khong-co' },
    cc08,
    'abolished.insteadSlug',
    'names no guide',
  ],
  [
    'a fact left in doubt',
    { file: cc01, replace: /^summary: .*$/m, by: "summary: '? (hỏi lại đơn vị)'" },
    cc01,
    'summary',
    'mark of doubt',
  ],
  [
    'a fact marked as from memory',
    { file: cc01, replace: /^summary: .*$/m, by: "summary: 'Làm trong một ngày [M]'" },
    cc01,
    'summary',
    'mark of doubt',
  ],
  [
    'broken YAML',
    { file: cc01, replace: /^title: .*$/m, by: 'title: "Cấp thẻ' },
    cc01,
    '',
    'is not valid YAML',
  ],
  [
    'a phone with a letter',
    { file: 'unit.yaml', replace: "phone: '113'", by: "phone: '11E'" },
    'unit.yaml',
    'hotlines[0].phone',
    'a form that is not allowed: "11E"',
  ],
  [
    'a phone without quotes',
    { file: 'unit.yaml', replace: "phone: '0769040404'", by: 'phone: 0769040404' },
    'unit.yaml',
    'hotlines[7].phone',
    'put it in quotes',
  ],
  [
    'a number to call that is no hotline',
    { file: 'unit.yaml', replace: "callFirst: ['113', '111']", by: "callFirst: ['113', '1111']" },
    'unit.yaml',
    'tipCategories[6].callFirst[1]',
    'is no hotline: "1111"',
  ],
  [
    'a tip category used twice',
    { file: 'unit.yaml', replace: '- id: co-bac', by: '- id: ma-tuy' },
    'unit.yaml',
    'tipCategories[1].id',
    'repeats "ma-tuy"',
  ],
  [
    'an hour that does not exist',
    { file: 'unit.yaml', replace: "to: '23:59'", by: "to: '24:59'" },
    'unit.yaml',
    'stations[0].hours[2].spans[0].to',
    'a time of day',
  ],
  [
    'a fee rule that ends before it begins',
    { file: 'fees.yaml', replace: 'until: 2026-12-31', by: 'until: 2025-06-30' },
    'fees.yaml',
    '[1].rules[1].until',
    'lies before',
  ],
  [
    'a negative fee',
    { file: 'fees.yaml', replace: 'amount: 15000', by: 'amount: -15000' },
    'fees.yaml',
    '[1].rules[1].amount',
    'must be',
  ],
  [
    'a notice that ends before it begins',
    {
      file: 'notices.yaml',
      replace: /^\[\]$/m,
      by: '- { id: lu, title: Lũ, text: Lũ, from: 2026-10-02T08:00:00+07:00, until: 2026-10-01T08:00:00+07:00, link: null }',
    },
    'notices.yaml',
    '[0].until',
    'must lie after',
  ],
]

describe('a broken record is refused, by file and field', () => {
  test.each(broken)('%s', async (_, change, file, field, message) => {
    const problems = await problemsAfter([change], loadContent)
    expect(problems).toContainEqual(
      expect.objectContaining({ file, field, message: expect.stringContaining(message) }),
    )
  })

  test('all problems at once, with the line', async () => {
    const problems = await problemsAfter(
      [
        { file: cc01, replace: /^title: .*$/m, by: "title: ''" },
        { file: 'unit.yaml', replace: /^shortName: .*$/m, by: 'shortName: 12' },
      ],
      loadContent,
    )
    expect(problems).toHaveLength(2)
    const words = new ContentError(problems).message
    expect(words).toContain(`${cc01}:6: title must not be empty`)
    expect(words).toContain('unit.yaml:5: shortName must be text (put it in quotes), but is 12')
  })

  test('an empty folder: every file that is missing is named', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'content-'))
    const error = await loadContent(dir).catch((reason: unknown) => reason)
    rmSync(dir, { recursive: true })
    expect(new Set((error as ContentError).problems.map(({ file }) => file))).toEqual(
      new Set([
        'areas.yaml',
        'card-validity.yaml',
        'fees.yaml',
        'finder.yaml',
        'forms.yaml',
        'guides',
        'holidays.yaml',
        'notices.yaml',
        'pages.yaml',
        'retention.yaml',
        'synonyms.yaml',
        'unit.yaml',
      ]),
    )
  })
})
