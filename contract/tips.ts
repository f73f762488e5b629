import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { Challenge, Proof } from './proof-of-work.ts'
import { Instant, Line, Slug, text } from './text.ts'
import { Point } from './point.ts'
import { tipContent } from './tip-content.ts'
import { TipMessage, TipThread } from './tip-thread.ts'

/** Made once on the phone and sent unchanged on every retry: one key, one tip or message. */
export const ClientKey = v.pipe(v.string(), v.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i))

/** A Vietnamese phone as typed: `0…`, `84…` or `+84…`, with spaces, dots or hyphens; becomes `0` and nine or ten digits. */
export const Phone = v.pipe(
  v.string(),
  v.transform((typed) => typed.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0')),
  v.regex(/^(?:0\d{9}|02\d{9})$/),
)

/** Who may be called back. Kept apart from the tip and sealed with another key. */
export const TipContact = v.object({ name: text(2, 80), phone: Phone })
export type TipContact = v.InferOutput<typeof TipContact>

export const TipDraft = v.object({
  clientKey: ClientKey,
  ...tipContent,
  /** Absent means anonymous: then nothing about the sender is stored. */
  contact: v.optional(TipContact),
  declaredTrue: v.literal(true),
  /** Only after `rate-limited` asked for it. Not part of the tip: a retry may carry another one or none. */
  proof: v.optional(Proof),
})
export type TipDraft = v.InferInput<typeof TipDraft>

export const TipReceipt = v.object({
  /** Both halves and the check sign, grouped for reading aloud. */
  code: v.string(),
  publicCode: v.string(),
  receivedAt: Instant,
})
export type TipReceipt = v.InferOutput<typeof TipReceipt>

/** A receipt as typed, with or without its hyphens. Phones check it with `readReceipt` before they send it. */
export const ReceiptCode = v.pipe(v.string(), v.maxLength(60))
export const messageTextLimits = { min: 1, max: 3000 } as const

/** A ward that a tip can be about. */
export const TipArea = v.object({
  id: Slug,
  name: Line,
  /** The wards and communes it was made from, as a whole or in part, by which people still know it. */
  formerly: v.array(v.object({ name: Line, inPart: v.boolean() })),
  /** About its middle. */
  centre: Point,
})
export type TipArea = v.InferOutput<typeof TipArea>

const writing = ['invalid', 'too-large', 'conflict', 'rate-limited', 'unavailable'] as const

const Months = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))

/** How long a tip and its files are kept at most after the last that happened with it. Null: not removed by itself. */
export const KeptMonths = v.object({
  usual: Months,
  /** What another authority took over. */
  passedOn: Months,
})
export type KeptMonths = v.InferOutput<typeof KeptMonths>

/**
 * `rate-limited` with `Retry-After` means: wait. Without it: ask for a challenge, solve it and send again with the proof.
 * `unavailable` means that nothing was stored and the draft must be kept: the intake is closed for as long as
 * `Retry-After` says (the disk is nearly full) or the database does not answer.
 */
export const tips = {
  form: endpoint({
    method: 'GET',
    path: '/tips/form',
    summary: 'What the form offers, and whether tips are taken at the moment',
    response: v.object({ open: v.boolean(), areas: v.array(TipArea), keptMonths: KeptMonths }),
    errors: [],
  }),
  send: endpoint({
    method: 'POST',
    path: '/tips',
    summary:
      'Send a tip; the receipt answers after the durable commit, the same key always gets the same receipt',
    body: TipDraft,
    response: TipReceipt,
    errors: writing,
    repeatable: true,
  }),
  open: endpoint({
    method: 'POST',
    path: '/tips/open',
    summary: 'The thread of a tip; an unknown code and a wrong secret answer alike',
    body: v.object({ code: ReceiptCode, withContent: v.optional(v.boolean()) }),
    response: TipThread,
    errors: ['invalid', 'too-large', 'not-found', 'rate-limited', 'unavailable'],
    repeatable: true,
  }),
  addMessage: endpoint({
    method: 'POST',
    path: '/tips/messages',
    summary: 'Add to a tip; the same key with the same text is stored once',
    body: v.object({
      code: ReceiptCode,
      clientKey: ClientKey,
      text: text(messageTextLimits.min, messageTextLimits.max),
      proof: v.optional(Proof),
    }),
    response: TipMessage,
    errors: [...writing, 'not-found'],
    repeatable: true,
  }),
  challenge: endpoint({
    method: 'POST',
    path: '/tips/challenge',
    summary: 'Work that lets one tip or message pass where many come at once; less than 3 s on a slow phone',
    body: v.object({ clientKey: ClientKey }),
    response: Challenge,
    errors: ['invalid', 'too-large', 'rate-limited', 'unavailable'],
    repeatable: true,
  }),
  locate: endpoint({
    method: 'POST',
    path: '/tips/location',
    summary: 'Where a location token from Zalo leads; nothing of it is stored',
    body: v.object({
      accessToken: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/), v.maxLength(4096)),
      token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/), v.maxLength(4096)),
    }),
    response: Point,
    errors: ['invalid', 'too-large', 'unauthorised', 'rate-limited', 'unavailable'],
  }),
}
