import * as v from 'valibot'
import { Day, Line, Slug } from './text.ts'

/** Law is dated data: after so many days without a new look a record says that it is under review. */
export const longestWithoutRecheck = 90

/** A form as it stands in `content/forms.yaml`; its id is also its anchor on the forms screen. */
export const FormText = {
  id: Slug,
  /** What is printed on it: CT01. */
  name: Line,
  title: Line,
  filledBy: Line,
  purpose: Line,
  /** Where one gets it; null while nobody has confirmed it, screens then say whom to ask. */
  whereFrom: v.nullable(Line),
  /** What its fields ask for, in their order; empty when the form has not been read field by field. */
  fields: v.array(Line),
  source: Line,
  checkedOn: Day,
}

export const Form = v.object({ ...FormText, underReview: v.boolean() })
export type Form = v.InferOutput<typeof Form>

export const FormList = v.object({ forms: v.array(Form) })
export type FormList = v.InferOutput<typeof FormList>

/** Enough to name a form and lead to it. */
export const FormRef = v.object({ id: Slug, name: Line, title: Line })
