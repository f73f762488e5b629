import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { GuideText } from './guides.ts'
import { Line, Slug } from './text.ts'

/** What one answer changes in the checklist at the end. Texts of the guide are named as they stand there. */
const FinderAdds = v.object({
  documents: v.optional(GuideText.documents),
  notes: v.optional(v.array(Line)),
  /** Documents of the guide whose condition this person meets. */
  sure: v.optional(v.array(Line)),
  /** Documents, places and notes of the guide that do not concern this person. */
  leaveOut: v.optional(v.array(Line)),
  /** Conditions of reduced fees that this person meets. */
  meets: v.optional(v.array(Line)),
  /** Another guide that comes first, for example to put wrong data right. */
  doFirst: v.optional(Slug),
})
export type FinderAdds = v.InferOutput<typeof FinderAdds>

/** Where a path ends. */
const FinderOutcome = v.object({
  guide: Slug,
  /** The fee table that counts for this person; null where nobody can say the amount beforehand. */
  fee: v.nullable(Slug),
  /** Filed on the phone, or at a counter. */
  way: v.picklist(['online', 'desk']),
  /** The time for this case, where the guide gives more than one. */
  workingDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** The procedure is gone, and its record says what to do instead. */
  abolished: v.optional(v.literal(true)),
})
export type FinderOutcome = v.InferOutput<typeof FinderOutcome>

const FinderOption = v.object({
  id: Slug,
  label: Line,
  hint: v.optional(Line),
  /** An age: the app adds in which year such people were born. */
  age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  adds: v.optional(FinderAdds),
  /** The name of the next question, or the end. */
  next: v.union([Slug, FinderOutcome]),
})
export type FinderOption = v.InferOutput<typeof FinderOption>

const FinderQuestion = v.object({
  id: Slug,
  text: Line,
  hint: v.optional(Line),
  options: v.pipe(v.array(FinderOption), v.minLength(2)),
})
export type FinderQuestion = v.InferOutput<typeof FinderQuestion>

/** A tree of questions that starts with the first of them. Branches may share questions. */
export const FinderTree = v.object({ questions: v.pipe(v.array(FinderQuestion), v.minLength(1)) })
export type FinderTree = v.InferOutput<typeof FinderTree>

export const finder = {
  get: endpoint({
    method: 'GET',
    path: '/finder',
    summary: 'The questions that lead to a guide; they are answered on the phone and not sent',
    response: FinderTree,
    errors: [],
  }),
}
