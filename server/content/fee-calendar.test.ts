import { beforeAll, describe, expect, test } from 'vitest'
import { feeOn, type Fee, type FeeTable } from '#contract/fees.ts'
import { contentDir } from './content-copy.fixture.ts'
import { loadContent } from './load-content.ts'

const exemptGroups = [
  'Trẻ em',
  'Người cao tuổi',
  'Người khuyết tật',
  'Người có công và thân nhân',
  'Người thuộc hộ nghèo',
  'Người dân tộc thiểu số ở xã đặc biệt khó khăn, người ở xã biên giới, huyện đảo',
]

let tables: FeeTable[]
beforeAll(async () => {
  tables = (await loadContent(contentDir)).fees
})

function fee(id: string, on: string): Fee {
  const table = tables.find((candidate) => candidate.id === id)
  if (!table) throw new Error(`No fee table ${id}`)
  return feeOn(table, on)
}
const waived = ({ reduced }: Fee) => reduced.some(({ why }) => why.includes('công dân số'))

/** Around the two days on which the amounts change without a release. `waived`: the “công dân số” row is offered. */
const walk: [id: string, on: string, amount: number, waived: boolean][] = [
  ['cap-lan-dau', '2026-11-23', 0, false],
  ['cap-lan-dau', '2027-03-01', 0, false],
  ['doi-cccd-sang-can-cuoc', '2026-11-23', 15_000, false],
  ['doi-cccd-sang-can-cuoc', '2026-12-31', 15_000, false],
  ['doi-cccd-sang-can-cuoc', '2027-01-01', 30_000, false],
  ['doi-cccd-sang-can-cuoc', '2027-03-01', 30_000, false],
  ['cap-doi', '2026-08-14', 25_000, false],
  ['cap-doi', '2026-08-15', 25_000, true],
  ['cap-doi', '2026-12-31', 25_000, true],
  ['cap-doi', '2027-01-01', 50_000, true],
  ['cap-doi', '2027-02-28', 50_000, true],
  ['cap-doi', '2027-03-01', 50_000, false],
  ['cap-lai', '2026-08-14', 35_000, false],
  ['cap-lai', '2026-12-31', 35_000, true],
  ['cap-lai', '2027-01-01', 70_000, true],
  ['cap-lai', '2027-02-28', 70_000, true],
  ['cap-lai', '2027-03-01', 70_000, false],
  ['cap-doi-do-sap-xep', '2026-12-31', 0, false],
  ['cap-doi-do-sap-xep', '2027-03-01', 0, false],
  ['dang-ky-thuong-tru', '2026-08-14', 20_000, false],
  ['dang-ky-thuong-tru', '2026-08-15', 20_000, true],
  ['dang-ky-thuong-tru', '2027-01-01', 20_000, true],
  ['dang-ky-thuong-tru', '2027-02-28', 20_000, true],
  ['dang-ky-thuong-tru', '2027-03-01', 20_000, false],
  ['dang-ky-tam-tru', '2026-08-14', 15_000, false],
  ['dang-ky-tam-tru', '2026-11-23', 15_000, true],
  ['dang-ky-tam-tru', '2027-03-01', 15_000, false],
  ['gia-han-tam-tru', '2026-11-23', 15_000, true],
  ['gia-han-tam-tru', '2027-03-01', 15_000, false],
  ['dang-ky-tam-tru-theo-danh-sach', '2026-11-23', 10_000, false],
  ['tach-ho', '2026-08-14', 10_000, false],
  ['tach-ho', '2027-02-28', 10_000, true],
  ['tach-ho', '2027-03-01', 10_000, false],
  ['luu-tru-tam-vang-xac-nhan', '2026-11-23', 0, false],
  ['luu-tru-tam-vang-xac-nhan', '2027-03-01', 0, false],
]

/** What one pays for filing residence matters online, whoever one is. */
const online: [id: string, amount: number][] = [
  ['dang-ky-thuong-tru', 10_000],
  ['dang-ky-tam-tru', 7_000],
  ['gia-han-tam-tru', 7_000],
  ['dang-ky-tam-tru-theo-danh-sach', 5_000],
  ['tach-ho', 5_000],
]

/** Decided elsewhere: we have not read the amounts, but the waiver is certain. */
const neighbours: [id: string, waived: boolean][] = [
  ['phieu-ly-lich-tu-phap', true],
  ['dang-ky-xe-lan-dau', false],
  ['dang-ky-xe-doi-cap-lai-tam-thoi', true],
  ['ho-chieu-trong-nuoc', true],
  ['doi-cap-lai-giay-phep-lai-xe', true],
]

describe('what one pays on a day', () => {
  test.each(walk)('%s on %s: %i đồng', (id, on, amount, isWaived) => {
    const answer = fee(id, on)
    expect(answer.amount).toBe(amount)
    expect(waived(answer)).toBe(isWaived)
  })

  test('the coming change is announced, and nothing after it', () => {
    expect(fee('cap-doi', '2026-11-23').next).toEqual({ on: '2027-01-01', amount: 50_000 })
    expect(fee('cap-doi', '2027-01-01').next).toBeNull()
  })

  test.each(['doi-cccd-sang-can-cuoc', 'cap-doi', 'cap-lai'])('%s is free for the exempt groups', (id) => {
    for (const on of ['2026-11-23', '2027-03-01']) {
      const free = fee(id, on).reduced.filter(({ why }) => why === 'Được miễn lệ phí')
      expect(free.map(({ condition }) => condition)).toEqual(exemptGroups)
      expect(free.every(({ amount, until }) => amount === 0 && until === null)).toBe(true)
    }
  })

  test.each(online)('%s filed online: %i đồng, before, during and after the waiver', (id, amount) => {
    for (const on of ['2026-08-14', '2026-11-23', '2027-01-01', '2027-03-01']) {
      const found = fee(id, on).reduced.filter(({ condition }) => condition === 'Người nộp hồ sơ trực tuyến')
      expect(found.map((reduction) => [reduction.amount, reduction.until])).toEqual([[amount, null]])
    }
  })

  test.each(neighbours)('%s: no amount is invented, the waiver ends by its day', (id, isWaived) => {
    const answers = ['2026-08-14', '2026-11-23', '2027-02-28', '2027-03-01'].map((on) => fee(id, on))
    expect(answers.map(({ amount }) => amount)).toEqual([null, null, null, null])
    expect(answers.map(waived)).toEqual([false, isWaived, isWaived, false])
    expect(answers[1]?.why).toMatch(/^Mức thu theo Thông tư/u)
  })

  test('every rule names its source', () => {
    const sources = tables.flatMap((table) => table.rules.map((rule) => rule.source))
    expect(sources.filter((source) => !/\d+(\.\d+)?\/\d{4}|QĐ-BCA/u.test(source))).toEqual([])
  })
})
