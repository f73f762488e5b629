import type { TipFileKind, TipFileRefusal } from '#contract/tip-files.ts'

/** What is left of a file when everything is gone that could lead to its maker, or why nothing is. */
export type Cleaned = { kind: TipFileKind; bytes: Buffer } | { refusal: TipFileRefusal }
