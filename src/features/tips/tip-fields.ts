import * as v from 'valibot'
import type { TipDraft } from '#contract/tips.ts'

/** The form as it stands, also half filled. The declaration is not kept: it is made at each sending. */
export const TipFields = v.object({
  category: v.string(),
  text: v.string(),
  place: v.string(),
  placeUnknown: v.boolean(),
  time: v.string(),
  timeUnknown: v.boolean(),
  named: v.boolean(),
  name: v.string(),
  phone: v.string(),
})
export type TipFields = v.InferOutput<typeof TipFields>

/** Anonymous until the person says otherwise: nobody gives a name away by not looking. */
export const emptyFields: TipFields = {
  category: '',
  text: '',
  place: '',
  placeUnknown: false,
  time: '',
  timeUnknown: false,
  named: false,
  name: '',
  phone: '',
}

export function isEmpty(fields: TipFields): boolean {
  return JSON.stringify({ ...emptyFields, ...fields }) === JSON.stringify(emptyFields)
}

/** What is sent. Fields that the chosen answers have hidden stay behind. */
export function draftOf(fields: TipFields, clientKey: string): TipDraft {
  const place = fields.placeUnknown ? '' : fields.place.trim()
  const time = fields.timeUnknown ? '' : fields.time.trim()
  return {
    clientKey,
    category: fields.category,
    text: fields.text,
    ...(place && { place }),
    ...(time && { time }),
    ...(fields.named && { contact: { name: fields.name, phone: fields.phone } }),
    declaredTrue: true,
  }
}
