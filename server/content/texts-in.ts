import type { FieldPath } from './problems.ts'

export interface PlacedText {
  path: FieldPath
  text: string
}

/** Every text in a value, with the way to it. */
export function textsIn(value: unknown, path: FieldPath = []): PlacedText[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((child, index) => textsIn(child, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => textsIn(child, [...path, key]))
}
