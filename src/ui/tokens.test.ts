import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const light = colours(/:root \{([^}]*)\}/)
const dark = { ...light, ...colours(/:root\[data-theme='dark'\] \{([^}]*)\}/) }

function colours(block: RegExp): Record<string, string> {
  const text = block.exec(css)?.[1] ?? ''
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const grounds = [
  'surface',
  'raised',
  'brand-soft',
  'info-soft',
  'success-soft',
  'warning-soft',
  'danger-soft',
]
const texts: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => ['ink', 'ink-soft'].map((text) => [text, ground])),
  ...['surface', 'raised', 'brand-soft', 'warning-soft'].map((ground): [string, string] => ['brand', ground]),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-band', 'band'],
  ['on-band-soft', 'band'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['danger', 'surface'],
  ['danger', 'raised'],
  ...['info', 'success', 'warning', 'danger'].map((tone): [string, string] => [tone, `${tone}-soft`]),
]
const controls: [string, string][] = [
  ['line-strong', 'surface'],
  ['line-strong', 'raised'],
  ['focus', 'surface'],
  ['focus', 'raised'],
]

test.for([
  ['light', light],
  ['dark', dark],
] as const)('%s: text is readable and controls are seen', ([, theme]) => {
  const tooWeak = [
    ...texts.map((pair) => [...pair, 4.5] as const),
    ...controls.map((pair) => [...pair, 3] as const),
  ]
    .map(([front, ground, least]) => ({ front, ground, least, is: contrast(theme[front]!, theme[ground]!) }))
    .filter(({ is, least }) => !(is >= least))
  expect(tooWeak).toEqual([])
})
