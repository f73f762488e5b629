import { describe, expect, test } from 'vitest'
import { feeOn } from '#contract/fees.ts'
import { outcomeOf, optionsOf, walk, type Answers, type Outcome } from '#contract/finder-engine.ts'
import type { FinderTree } from '#contract/finder.ts'
import { contentDir, problemsAfter, type Change } from './content-copy.fixture.ts'
import { loadContent } from './load-content.ts'

const content = await loadContent(contentDir)
const tree = content.finder

function outcomes(from: FinderTree, answers: Answers = {}): Outcome[] {
  const reached = walk(from, answers)
  if (reached.kind === 'outcome') return [reached]
  const { question } = reached
  return question.options.flatMap(({ id }) => outcomes(from, { ...answers, [question.id]: id }))
}

const all = outcomes(tree)

describe('every path', () => {
  test('ends after two to five questions', () => {
    expect(all.length).toBeGreaterThan(50)
    expect(new Set(all.map(({ answered }) => [2, 3, 4, 5].includes(answered.length)))).toEqual(
      new Set([true]),
    )
  })

  test('ends at a procedure that exists, with one of its fees', () => {
    for (const { outcome } of all) {
      const guide = content.guides.find(({ slug }) => slug === outcome.guide)
      expect([outcome.guide, guide?.abolished !== null]).toEqual([outcome.guide, outcome.abolished === true])
      if (outcome.fee !== null) expect(guide?.feeIds).toContain(outcome.fee)
      else if (!outcome.abolished) expect([outcome.guide, guide?.feeNote]).not.toEqual([outcome.guide, null])
    }
  })

  test('is found again by its options, and by them alone', () => {
    const links = all.map(({ answered }) => optionsOf(answered).join('.'))
    expect(new Set(links).size).toBe(links.length)
    for (const end of all) expect(outcomeOf(tree, optionsOf(end.answered))).toEqual(end)
  })

  test('leaves some place or an online way to file at, unless there is nothing to file', () => {
    for (const { outcome, adds, answered } of all.filter(({ outcome }) => !outcome.abolished)) {
      const guide = content.guides.find(({ slug }) => slug === outcome.guide)!
      const places = guide.places.filter((place) => !adds.leaveOut.includes(place))
      const somewhere = outcome.way === 'online' ? guide.online !== null : places.length > 0
      expect([optionsOf(answered), somewhere]).toEqual([optionsOf(answered), true])
    }
  })
})

type Case = [
  name: string,
  options: string,
  guide: string,
  fee: string | null,
  way: 'online' | 'desk',
  more?: object,
]
const reissue = 'cap-lai-can-cuoc'
const exchange = 'cap-doi-can-cuoc'
const first = 'cap-can-cuoc-tu-14-tuoi'
const correct = 'dieu-chinh-thong-tin-dan-cu'
const eid = 'tai-khoan-dinh-danh-muc-2'

const cases: Case[] = [
  ['mất thẻ, nộp trực tuyến', 'mat.toi.truc-tuyen', reissue, 'cap-lai', 'online'],
  ['mất thẻ, công dân số', 'mat.toi.cong-dan-so', reissue, 'cap-lai', 'online'],
  ['mất thẻ của trẻ', 'mat.tre-em.truc-tiep', reissue, 'cap-lai', 'desk', { meets: ['Trẻ em'] }],
  ['hỏng thẻ: mức thu hỏi tại quầy', 'hong.truc-tiep', reissue, null, 'desk'],
  ['hết hạn tuổi 25', 'het-han.can-cuoc.tuoi-25.dung.truc-tiep', exchange, 'cap-doi', 'desk'],
  ['hết hạn tuổi 40', 'het-han.can-cuoc.tuoi-40.dung.truc-tuyen', exchange, 'cap-doi', 'online'],
  ['hết hạn tuổi 60', 'het-han.can-cuoc.tuoi-60.chua-ro.truc-tiep', exchange, 'cap-doi', 'desk'],
  ['thẻ của trẻ, nay đủ 14', 'het-han.can-cuoc.tuoi-14.dung.truc-tiep', exchange, 'cap-doi', 'desk'],
  [
    'hết hạn, dữ liệu sai',
    'het-han.can-cuoc.tuoi-25.sai.truc-tiep',
    exchange,
    'cap-doi',
    'desk',
    { doFirst: correct },
  ],
  ['CCCD hết hạn', 'het-han.cccd.da-den.tu-16.dung', first, 'doi-cccd-sang-can-cuoc', 'desk'],
  ['CMND cũ', 'giay-cu.cmnd.tu-60.dung', first, 'doi-cccd-sang-can-cuoc', 'desk'],
  ['CMND cũ, tưởng là hết hạn', 'het-han.cmnd.tu-16.dung', first, 'doi-cccd-sang-can-cuoc', 'desk'],
  ['CCCD còn hạn, muốn đổi', 'giay-cu.cccd.chua-den.duoi-16.dung', first, 'doi-cccd-sang-can-cuoc', 'desk'],
  ['đủ 14, chưa có thẻ bao giờ', 'lan-dau.tu-14.dung', first, 'cap-lan-dau', 'desk'],
  [
    'chưa có dữ liệu dân cư',
    'lan-dau.tu-14.chua-co',
    first,
    'cap-lan-dau',
    'desk',
    { sure: [expect.stringContaining('DC01')] },
  ],
  ['trẻ 6 đến 13', 'lan-dau.tu-6-den-13', 'can-cuoc-cho-tre-6-den-14-tuoi', 'cap-lan-dau', 'desk'],
  ['trẻ dưới 6', 'lan-dau.duoi-6.roi', 'can-cuoc-cho-tre-duoi-6-tuoi', 'cap-lan-dau', 'online'],
  [
    'trẻ chưa khai sinh',
    'lan-dau.duoi-6.chua',
    'can-cuoc-cho-tre-duoi-6-tuoi',
    'cap-lan-dau',
    'online',
    { doFirst: 'dang-ky-cu-tru-cho-tre-moi-sinh' },
  ],
  ['người gốc Việt chưa rõ quốc tịch', 'lan-dau.goc-viet', 'giay-chung-nhan-can-cuoc', null, 'desk'],
  ['sai dữ liệu dân cư', 'thong-tin.du-lieu.truc-tuyen', correct, null, 'online'],
  ['thẻ in sai', 'thong-tin.in-sai.truc-tiep', exchange, 'cap-doi', 'desk'],
  [
    'đổi tên cho con',
    'thong-tin.ten.duoi-16.da-co.truc-tiep',
    exchange,
    'cap-doi',
    'desk',
    { meets: ['Trẻ em'] },
  ],
  [
    'đổi ảnh, từ 60 tuổi',
    'thong-tin.nhan-dang.tu-60.da-co.truc-tuyen',
    exchange,
    'cap-doi',
    'online',
    { meets: ['Người cao tuổi'] },
  ],
  ['đổi tên, VNeID đã có', 'thong-tin.ten.tu-16.da-co.truc-tiep', exchange, 'cap-doi', 'desk'],
  [
    'đổi tên, VNeID chưa có',
    'thong-tin.ten.tu-16.chua-co.truc-tiep',
    exchange,
    'cap-doi',
    'desk',
    { doFirst: correct },
  ],
  [
    'đổi địa chỉ do sáp nhập: miễn phí trên VNeID',
    'thong-tin.dia-chi.duoc',
    exchange,
    'cap-doi-do-sap-xep',
    'online',
  ],
  ['thêm thông tin vào thẻ', 'thong-tin.tich-hop', 'cap-nhat-thong-tin-tren-the', null, 'desk'],
  ['bị đòi giấy xác nhận số CMND', 'giay-cu.xac-nhan', 'xac-nhan-so-chung-minh-nhan-dan', null, 'desk'],
  ['VNeID mức 2, thẻ còn hạn', 'vneid.muc-2.con-han', eid, null, 'desk'],
  ['VNeID mức 2, chưa có thẻ', 'vneid.muc-2.khong', eid, null, 'desk'],
  ['VNeID mức 1', 'vneid.muc-1', 'tai-khoan-dinh-danh-muc-1', null, 'online'],
  ['khóa VNeID', 'vneid.khoa.duoc', 'khoa-mo-khoa-can-cuoc-dien-tu', null, 'online'],
]

test.each(cases)('%s', (_, options, guide, fee, way, more = {}) => {
  const end = outcomeOf(tree, options.split('.'))
  expect(end?.outcome).toMatchObject({ guide, fee, way })
  expect(end?.adds).toMatchObject(more)
})

test.each([
  ['con-han', 3],
  ['khong', 7],
])('VNeID level 2 with “%s” takes %i working days', (option, workingDays) => {
  expect(outcomeOf(tree, ['vneid', 'muc-2', option])?.outcome.workingDays).toBe(workingDays)
})

/** What the person pays on a day. */
function paid(options: string, on: string) {
  const end = outcomeOf(tree, options.split('.'))
  const fee = feeOn(
    content.fees.find(({ id }) => id === end?.outcome.fee)!,
    on,
  )
  const mine = fee.reduced.filter(({ condition }) => end!.adds.meets.includes(condition))
  return Math.min(...[fee, ...mine].map(({ amount }) => amount ?? NaN))
}

test.each([
  // Người cao tuổi: từ đủ 60 tuổi (Luật Người cao tuổi 2009, Điều 2). Trẻ em: dưới 16 tuổi (Luật Trẻ em 2016, Điều 1).
  ['het-han.can-cuoc.tuoi-60.dung.truc-tiep', 0, 0],
  ['het-han.can-cuoc.tuoi-60.sai.truc-tuyen', 0, 0],
  ['het-han.can-cuoc.tuoi-14.dung.truc-tiep', 0, 0],
  ['het-han.can-cuoc.tuoi-14.chua-ro.truc-tuyen', 0, 0],
  ['het-han.can-cuoc.tuoi-25.dung.truc-tiep', 25000, 50000],
  ['het-han.can-cuoc.tuoi-40.dung.truc-tuyen', 25000, 50000],
  ['het-han.can-cuoc.chua-den.dung.truc-tiep', 25000, 50000],
  ['het-han.can-cuoc.tuoi-40.dung.cong-dan-so', 0, 0],
  ['mat.tre-em.truc-tiep', 0, 0],
  ['mat.toi.truc-tiep', 35000, 70000],
  ['giay-cu.cmnd.tu-60.dung', 0, 0],
  ['het-han.cccd.da-den.duoi-16.sai', 0, 0],
  ['het-han.cccd.da-den.tu-16.dung', 15000, 30000],
])('%s costs %i đồng in 2026 and %i in 2027', (options, in2026, in2027) => {
  expect([paid(options, '2026-11-26'), paid(options, '2027-01-01')]).toEqual([in2026, in2027])
})

test.each(['tuoi-14', 'tuoi-25', 'tuoi-40', 'tuoi-60'])(
  'nothing new has to be proven at %s when the data are right',
  (age) => {
    const proof = 'Giấy tờ chứng minh thông tin mới'
    const leftOut = (data: string) =>
      outcomeOf(tree, ['het-han', 'can-cuoc', age, data, 'truc-tiep'])?.adds.leaveOut
    expect(leftOut('dung')).toContain(proof)
    expect(leftOut('sai')).not.toContain(proof)
    expect(leftOut('chua-ro')).not.toContain(proof)
  },
)

test('who meets the conditions of a digital citizen pays nothing while the waiver holds', () => {
  const end = outcomeOf(tree, ['mat', 'toi', 'cong-dan-so'])
  const rules = content.fees.find(({ id }) => id === end?.outcome.fee)?.rules ?? []
  const waiver = rules.find(({ condition }) => condition && end?.adds.meets.includes(condition))
  expect(waiver).toMatchObject({ amount: 0, until: '2027-02-28' })
})

const file = 'finder.yaml'
const whatNext = 'questions[1].options[0].next'
type Broken = [name: string, change: Omit<Change, 'file'>, field: string, message: string]
const broken: Broken[] = [
  [
    'a question that is not there',
    { replace: 'next: mat-nop', by: 'next: mat-o-dau' },
    whatNext,
    'names no question: "mat-o-dau"',
  ],
  ['a circle', { replace: 'next: mat-nop', by: 'next: viec' }, whatNext, 'leads back to a question'],
  ['an orphan', { replace: /next: hong-nop/, by: 'next: mat-nop' }, 'questions[3].id', 'no path reaches'],
  [
    'an end after one question',
    { replace: 'next: hong-nop', by: 'next: { guide: cap-lai-can-cuoc, fee: null, way: desk }' },
    'questions[0].options[1].next',
    'fewer than 2',
  ],
  [
    'six questions',
    { replace: /next: doi-nop\n(?=.*\n.*Sai hoặc)/, by: 'next: mat-cua-ai\n' },
    'questions[2].options[0].next',
    'more than 5',
  ],
  [
    'a guide that is not there',
    { replace: 'guide: cap-lai-can-cuoc,', by: 'guide: cap-lai-the,' },
    'questions[2].options[0].next.guide',
    'names no guide: "cap-lai-the"',
  ],
  [
    'an abolished procedure',
    { replace: /guide: giay-chung-nhan-can-cuoc/, by: 'guide: xac-nhan-so-chung-minh-nhan-dan' },
    'questions[15].options[3].next.guide',
    'abolished',
  ],
  [
    'a procedure said to be gone that is not',
    { replace: 'way: desk, abolished: true }', by: 'way: desk }' },
    'questions[18].options[2].next.guide',
    'names an abolished procedure',
  ],
  [
    'an end said to be abolished that is not',
    {
      replace: 'guide: cap-lai-can-cuoc, fee: cap-lai, way: desk }',
      by: 'guide: cap-lai-can-cuoc, fee: cap-lai, way: desk, abolished: true }',
    },
    'questions[2].options[2].next.guide',
    'is not abolished',
  ],
  [
    'a fee of another guide',
    { replace: 'fee: cap-lai,', by: 'fee: tach-ho,' },
    'questions[2].options[0].next.fee',
    'is no fee of cap-lai-can-cuoc',
  ],
  [
    'a text that the guide does not have',
    { replace: "leaveOut: ['Thẻ bị hỏng, để nộp lại']", by: "leaveOut: ['Thẻ hỏng']" },
    'questions[0].options[0].adds.leaveOut[0]',
    'stands in no guide',
  ],
  [
    'a condition that no fee has',
    { replace: 'meets: [Trẻ em]', by: 'meets: [Trẻ nhỏ]' },
    'questions[1].options[1].adds.meets[0]',
    'is no condition of a fee',
  ],
  [
    'an answer that asks',
    { replace: 'label: Thẻ bị hỏng', by: "label: 'Thẻ bị hỏng?'" },
    'questions[0].options[1].label',
    'asks instead of stating',
  ],
  [
    'a question with one answer',
    { replace: / {6}- id: khong\n {8}label: Không mở được(?:.*\n)*/, by: '' },
    'questions[22].options',
    'must not be empty',
  ],
  [
    'a name used twice',
    { replace: '- id: hong-nop', by: '- id: mat-nop' },
    'questions[3].id',
    'repeats "mat-nop"',
  ],
]

describe('refuses', () => {
  test.each(broken)('%s', async (_, change, field, message) => {
    const problems = await problemsAfter([{ file, ...change }], loadContent)
    expect(problems).toContainEqual(
      expect.objectContaining({ file, field, message: expect.stringContaining(message) }),
    )
  })
})
