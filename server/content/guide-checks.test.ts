import { describe, expect, test } from 'vitest'
import { problemsAfter, type Change } from './content-copy.fixture.ts'
import { loadContent } from './load-content.ts'

const cc01 = 'guides/cc-01-cap-can-cuoc-tu-14-tuoi.yaml'
const cc04 = 'guides/cc-04-cap-doi-can-cuoc.yaml'
const cu01 = 'guides/cu-01-dang-ky-thuong-tru.yaml'
const lq03 = 'guides/lq-03-ho-chieu-pho-thong.yaml'

type Broken = [name: string, change: Change, field: string, message: string]
const broken: Broken[] = [
  [
    'an unknown form',
    { file: cu01, replace: 'forms: [ct01]', by: 'forms: [ct99]' },
    'forms[0]',
    'names no form: "ct99"',
  ],
  [
    'a related guide that is not there',
    { file: cc04, replace: /^related: .*$/m, by: 'related: [khong-co]' },
    'related[0]',
    'names no guide: "khong-co"',
  ],
  [
    'an unknown number to ask',
    { file: cc01, replace: /^hotlines: .*$/m, by: 'hotlines: [tong-dai]' },
    'hotlines[0]',
    'names no hotline: "tong-dai"',
  ],
  [
    'a neighbouring procedure without its office',
    { file: lq03, replace: /^handledBy: .*$/m, by: 'handledBy: null' },
    'handledBy',
    'must say who decides',
  ],
  [
    'a procedure of ours that is sent away',
    { file: cc01, replace: 'handledBy: null', by: 'handledBy: Công an tỉnh' },
    'handledBy',
    'must be null',
  ],
  [
    'a procedure of ours without a law',
    { file: cc01, replace: /^legalBasis:\n(?: .*\n)+/m, by: 'legalBasis: []\n' },
    'legalBasis',
    'must not be empty',
  ],
  [
    'a form used twice',
    { file: 'forms.yaml', replace: '- id: cc02', by: '- id: cc01' },
    '[4].id',
    'repeats "cc01"',
  ],
  [
    'a form without a source',
    { file: 'forms.yaml', replace: /source: &thong-tu-17 .*$/m, by: "source: &thong-tu-17 ''" },
    '[0].source',
    'must not be empty',
  ],
]

describe('a broken guide is refused, by file and field', () => {
  test.each(broken)('%s', async (_, change, field, message) => {
    const problems = await problemsAfter([change], loadContent)
    expect(problems).toContainEqual(
      expect.objectContaining({ file: change.file, field, message: expect.stringContaining(message) }),
    )
  })
})
