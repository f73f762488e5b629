import * as v from 'valibot'
import { ApplicationStatus } from './application-status.ts'
import { ApplicationStep } from './applications.ts'
import { Day, Instant, Slug } from './text.ts'

export const Id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))

/** One file as the desk's lists show it. */
export const DeskApplication = v.object({
  id: Id,
  code: v.string(),
  procedure: v.string(),
  guideSlug: v.nullable(Slug),
  pickUpPlace: v.nullable(v.string()),
  /** Empty while nobody has said which station keeps the file. */
  station: v.string(),
  status: ApplicationStatus,
  /** When the last step was made; names the version of the file that an officer looks at. */
  changedAt: Instant,
  promisedOn: v.nullable(Day),
  overdue: v.boolean(),
  demo: v.boolean(),
})
export type DeskApplication = v.InferOutput<typeof DeskApplication>

/** A step with its author, whom citizens never see. */
export const DeskStep = v.object({
  ...ApplicationStep.entries,
  source: v.picklist(['officer', 'import', 'demo']),
  /** Name of the officer who wrote it or started the import. */
  author: v.nullable(v.string()),
})
export type DeskStep = v.InferOutput<typeof DeskStep>
