import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { qrCells } from './qr-cells.ts'

test('a scanner reads the code back, and nothing but the code', () => {
  const code = 'HKQ6P-TK7X9-W4MKC-7T36W'
  const { size, dark } = qrCells(code)
  const [cell, quiet] = [8, 4]
  const side = (size + 2 * quiet) * cell
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  const paint = (x: number, y: number) => data.set([0, 0, 0, 255], (y * side + x) * 4)
  for (const { x, y } of dark)
    for (let at = 0; at < cell * cell; at += 1)
      paint((x + quiet) * cell + (at % cell), (y + quiet) * cell + Math.floor(at / cell))
  expect(decodeQR({ width: side, height: side, data })).toBe(code)
})
