import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { Instant, Slug, text } from './text.ts'

export const tipTextLimits = { min: 20, max: 3000 } as const

/** A Vietnamese phone as typed: `0…`, `84…` or `+84…`, with spaces, dots or hyphens; becomes `0` and nine or ten digits. */
export const Phone = v.pipe(
  v.string(),
  v.transform((typed) => typed.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0')),
  v.regex(/^0\d{9,10}$/),
)

/** Who may be called back. Kept apart from the tip and sealed with another key. */
export const TipContact = v.object({ name: text(2, 80), phone: Phone })
export type TipContact = v.InferOutput<typeof TipContact>

export const TipDraft = v.object({
  /** Made once per form on the phone and sent unchanged on every retry: one key, one tip, one receipt. */
  clientKey: v.pipe(v.string(), v.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i)),
  category: Slug,
  text: text(tipTextLimits.min, tipTextLimits.max),
  /** Absent when the sender does not remember or does not want to say. */
  place: v.optional(text(1, 300)),
  time: v.optional(text(1, 200)),
  /** Absent means anonymous: then nothing about the sender is stored. */
  contact: v.optional(TipContact),
  declaredTrue: v.literal(true),
})
export type TipDraft = v.InferInput<typeof TipDraft>

export const TipReceipt = v.object({
  /** Both halves and the check sign, grouped for reading aloud. */
  code: v.string(),
  publicCode: v.string(),
  receivedAt: Instant,
})
export type TipReceipt = v.InferOutput<typeof TipReceipt>

export const tips = {
  send: endpoint({
    method: 'POST',
    path: '/tips',
    summary:
      'Send a tip; the receipt answers after the durable commit, the same key always gets the same receipt',
    body: TipDraft,
    response: TipReceipt,
    errors: ['invalid', 'too-large', 'conflict', 'rate-limited', 'unavailable'],
    repeatable: true,
  }),
}
