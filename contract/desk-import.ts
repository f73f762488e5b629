import * as v from 'valibot'
import { deskEndpoint } from './desk-endpoint.ts'
import { Line } from './text.ts'

/** Bytes of the largest list that is taken. */
export const largestImport = 20 * 1024 * 1024

/** Names what a preview showed: this file on this state of the database. */
const Mark = v.pipe(v.string(), v.regex(/^[\w-]{22}$/))
const Row = v.pipe(v.number(), v.integer())
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What will happen to one file, in words for who imports. */
const Change = v.object({
  row: Row,
  code: v.string(),
  kind: v.picklist(['new', 'changed']),
  text: v.string(),
})

/** Why a row is not taken and how to mend it. Never holds what stands in a cell about a person. */
const Problem = v.object({
  row: Row,
  /** As the spreadsheet program names it; null where it is not about one column. */
  column: v.nullable(v.string()),
  /** Our name of the column. */
  field: v.nullable(v.string()),
  text: v.string(),
})

export const ImportPreview = v.variant('outcome', [
  /** The file as a whole cannot be taken; the reason says what to do. */
  v.object({ outcome: v.literal('refused'), reason: v.string() }),
  v.object({
    outcome: v.literal('planned'),
    mark: Mark,
    /** Of rows, also where the lists below are cut. */
    counts: v.object({ new: Count, changed: Count, unchanged: Count, refused: Count }),
    /** The first 500, in the order of the sheet. */
    changes: v.array(Change),
    /** The first 1,000. These rows are left out when the others are taken. */
    problems: v.array(Problem),
    /** The headings of the sheet and what each column was taken for; null where nothing is read. */
    headings: v.array(v.object({ column: v.string(), text: v.string(), field: v.nullable(v.string()) })),
    /** Names of procedures that no guide has: such files get no computed day and no link. */
    unguided: v.array(v.string()),
  }),
])
export type ImportPreview = v.InferOutput<typeof ImportPreview>

/** The station of rows that name none; may be left out by who has one station only. */
const station = v.optional(Line)

/**
 * The unit's own list, as XLSX or CSV, in two steps with the same file: nothing about citizens waits on the disk between
 * them. An officer reaches only files of their stations; rows of others are refused with a reason.
 */
export const deskImport = {
  preview: deskEndpoint({
    method: 'POST',
    path: '/desk/applications/import/preview',
    summary: 'What importing this file would do, row by row; writes nothing',
    query: v.object({ station }),
    bytes: true,
    response: ImportPreview,
    errors: ['rate-limited'],
    desk: { roles: ['records'], audit: 'import.preview' },
  }),
  apply: deskEndpoint({
    method: 'POST',
    path: '/desk/applications/import/apply',
    summary:
      'Do what the preview of the same file showed, all of it or nothing; `conflict` when it would not be the same any more. Sent again it answers as before',
    query: v.object({ mark: Mark, station }),
    bytes: true,
    response: v.object({ written: Count }),
    errors: ['conflict', 'rate-limited'],
    desk: { roles: ['records'], audit: 'import.apply' },
  }),
}
