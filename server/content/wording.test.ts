import { describe, expect, test } from 'vitest'
import { contentDir } from './content-copy.fixture.ts'
import { loadContent } from './load-content.ts'
import { loadDemo } from './load-demo.ts'

const longestSentence = 20

/** Titles of laws, addresses and search words are not sentences. */
const notRead = new Set(['legalBasis', 'sources', 'source', 'keywords', 'slug', 'cover', 'link'])

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => (notRead.has(key) ? [] : textsOf(child)))
}

function longSentences(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/[.!?]+(?:\s|$)/u))
    .filter((sentence) => sentence.split(/\s+/u).filter(Boolean).length > longestSentence)
}

/** Office shorthand that people who do not work in an office cannot read. */
const shorthand =
  /(?<![\p{L}\d])(?:TTHC|CSDL|DVC|CAP|CAX|BHYT|GPLX|TP\.? ?HCM|UBND|QLHC|TTXH|ANTT|LLTP|ĐKX)(?![\p{L}\d])/u
const explained: [RegExp, string][] = [
  [/CCCD/u, 'căn cước công dân (CCCD)'],
  [/CMND/u, 'chứng minh nhân dân (CMND)'],
  [/OTP/u, 'mã OTP (mã xác nhận'],
  [/PC06/u, '(PC06)'],
  [/DC01/u, 'phiếu DC01 (phiếu thu thập'],
  [/CC01/u, 'phiếu CC01 (phiếu thu nhận'],
  [/CT01/u, 'CT01 (tờ khai thay đổi thông tin cư trú)'],
  [/TK01/u, 'phiếu TK01 (phiếu đề nghị'],
  [/ĐKX10/u, 'ĐKX10 (giấy khai đăng ký xe)'],
  [/PC08/u, '(PC08)'],
]

async function records(): Promise<[name: string, texts: string[]][]> {
  const { unit, areas, guides, cardValidity, finder, fees, forms } = await loadContent(contentDir)
  const demo = await loadDemo(contentDir, new Date('2026-11-23T03:00:00Z'))
  return [
    ...guides.map((guide): [string, string[]] => [guide.id, textsOf(guide)]),
    ['unit', textsOf(unit)],
    ['areas', textsOf(areas)],
    ['card validity', textsOf(cardValidity)],
    ['fees', textsOf(fees)],
    ['finder', textsOf(finder)],
    // A form's name stands beside its title, which explains it.
    ...forms.map(({ id, name: _, ...form }): [string, string[]] => [`form ${id}`, textsOf(form)]),
    ...demo.articles.map((article): [string, string[]] => [article.slug, textsOf(article)]),
    ['demo applications', textsOf(demo.applications)],
    ['demo notices', textsOf(demo.notices)],
  ]
}

describe('plain words', () => {
  test(`no sentence has more than ${longestSentence} words`, async () => {
    const found = (await records()).map(([name, texts]) => [name, longSentences(texts)] as const)
    expect(found.filter(([, sentences]) => sentences.length > 0)).toEqual([])
  })

  test('no office shorthand', async () => {
    const found = (await records()).map(([name, texts]) => [
      name,
      texts.filter((text) => shorthand.test(text)),
    ])
    expect(found.filter(([, texts]) => texts?.length)).toEqual([])
  })

  test('a short name is explained where it is used', async () => {
    const missing = (await records()).flatMap(([name, texts]) =>
      explained
        .filter(([short]) => texts.some((text) => short.test(text)))
        .filter(([, words]) => !texts.some((text) => text.toLowerCase().includes(words.toLowerCase())))
        .map(([short]) => `${name}: ${short.source}`),
    )
    expect(missing).toEqual([])
  })

  test('people find a procedure by the words they use', async () => {
    const { guides } = await loadContent(contentDir)
    const found = (word: string) =>
      guides.filter(({ keywords }) => keywords.includes(word)).map(({ id }) => id)
    expect(found('hộ khẩu')).toEqual(['CU-01'])
    expect(found('kt3')).toEqual(['CU-02'])
    expect(found('vneid')).toEqual(['ID-01', 'ID-02'])
    expect(found('passport')).toEqual(['LQ-03'])
    expect(found('gplx')).toEqual(['LQ-04'])
    expect(found('phạt nguội')).toEqual(['LQ-05'])
  })

  test('no time of keeping is promised that nothing enforces', async () => {
    const { unit } = await loadContent(contentDir)
    expect(unit.privacy.paragraphs.filter((text) => /\d+ (?:tháng|năm)/u.test(text))).toEqual([])
  })

  test('the old names of the card lead people to its guides', async () => {
    const { guides } = await loadContent(contentDir)
    const found = (word: string) =>
      guides.filter(({ keywords }) => keywords.includes(word)).map(({ id }) => id)
    expect(found('mất cccd')).toEqual(['CC-05'])
    expect(found('làm lại')).toEqual(['CC-05'])
    expect(found('chứng minh thư')).toEqual(['CC-01'])
    expect(found('căn cước cho bé')).toEqual(['CC-02', 'CC-03'])
    expect(found('hết hạn')).toEqual(['CC-01', 'CC-04'])
    expect(found('xác nhận số cmnd')).toEqual(['CC-08'])
  })
})
