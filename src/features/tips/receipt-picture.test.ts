import { expect, test } from 'vitest'
import { halves, layoutReceipt } from './receipt-picture.ts'

const receipt = { code: 'HKQ6P-TK7X9-W4MKC-7T36W', publicCode: 'HKQ6P', receivedAt: '2026-11-23T22:58:00Z' }

test('the picture says whose code it is, the whole code, and when with its weekday', () => {
  const { lines } = layoutReceipt('Công an phường Bến Cát', receipt)
  const text = lines.map((line) => line.text).join(' ')
  expect(text).toContain('Công an phường Bến Cát')
  expect(text).toContain('HKQ6P-TK7X9- W4MKC-7T36W')
  expect(text).toContain('05:58 thứ Ba, 24/11/2026')
  expect(text).toContain('không thay giấy biên nhận')
})

test('nothing lies on anything else or outside', () => {
  const longName = 'Công an phường có một cái tên dài chưa từng thấy ở Thành phố Hồ Chí Minh'
  const { lines, height } = layoutReceipt(longName, receipt)
  lines.forEach((line, index) => {
    expect(line.y - (lines[index - 1]?.y ?? 60)).toBeGreaterThanOrEqual(line.size)
    // No letter is wider than two thirds of its height on average.
    expect(line.text.length * line.size * 0.62).toBeLessThan(860)
  })
  expect(lines.at(-1)?.y).toBeLessThan(height)
})

test('the code is split in the middle, between groups', () => {
  expect(halves(receipt.code)).toEqual(['HKQ6P-TK7X9-', 'W4MKC-7T36W'])
})
