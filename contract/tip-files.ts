import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { ClientKey, ReceiptCode } from './tips.ts'

/** Of one tip, everything that was added later included. */
export const mostTipFiles = 5
/** One part of a file. Phones begin with less and send larger parts while the network keeps up. */
export const largestPart = 1024 * 1024

const megabytes = 1024 * 1024
/** As they arrive; what is kept is smaller. */
export const largestFile = {
  picture: 20 * megabytes,
  document: 20 * megabytes,
  video: 50 * megabytes,
} as const

export const TipFileKind = v.picklist(['picture', 'video', 'document'])
export type TipFileKind = v.InferOutput<typeof TipFileKind>

/** Why a file is not kept, read from its bytes and never from its name. The screen has a sentence for each. */
export const TipFileRefusal = v.picklist([
  /** Neither a picture nor a video nor a PDF. */
  'unknown-type',
  /** A picture of a kind that only the phone which took it can read. */
  'heic',
  /** A drawing that can carry a program. */
  'svg',
  'archive',
  /** It breaks off, or is not what its first bytes say. */
  'broken',
  /** Two kinds of file in one. */
  'mixed',
  'too-large',
  'too-many-pixels',
  'too-many-pages',
  /** A PDF with a password. */
  'locked',
  /** A video that cannot be freed of what it says about the phone. */
  'unknown-video',
])
export type TipFileRefusal = v.InferOutput<typeof TipFileRefusal>

export const TipFileProgress = v.object({
  state: v.picklist(['arriving', 'stored', 'refused']),
  /** Bytes that lie on the server for good: go on from here. */
  received: v.number(),
  /** Known once it is stored. */
  kind: v.nullable(TipFileKind),
  refusal: v.nullable(TipFileRefusal),
})
export type TipFileProgress = v.InferOutput<typeof TipFileProgress>

/** Random, for one file and a short time; kept as a hash until the file has arrived and then forgotten. */
const Token = v.pipe(v.string(), v.regex(/^[\w-]{20,64}$/))
/** The tip by its key, sent already or still being written; or by its receipt for what is added later. */
const Owner = { clientKey: v.optional(ClientKey), code: v.optional(ReceiptCode) }
const writing = ['invalid', 'too-large', 'not-found', 'conflict', 'rate-limited', 'unavailable'] as const

/**
 * Pictures, videos and PDFs of a tip. A phone sends the tip first and then each file in parts: `start` says how much of
 * it lies there, `part` adds the next bytes. Zalo's own uploader, which can send no header, posts the whole file to
 * `whole`. Neither key nor receipt stands in an address: those of proxies are logged. Files that came before their tip
 * are swept when the tip does not follow.
 */
export const tipFiles = {
  start: endpoint({
    method: 'POST',
    path: '/tips/files',
    summary: 'Begin a file or ask how far it came; the same file key is the same file',
    body: v.object({
      ...Owner,
      fileKey: ClientKey,
      /** In bytes; absent when Zalo's uploader will send it, which tells nobody before. */
      size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestFile.video))),
    }),
    response: v.object({
      ...TipFileProgress.entries,
      /** For the other two; null when nothing is missing any more. */
      token: v.nullable(v.string()),
    }),
    errors: writing,
    repeatable: true,
  }),
  part: endpoint({
    method: 'POST',
    path: '/tips/files/parts',
    summary: 'The bytes from `offset` on; the last part answers what became of the file',
    query: v.object({ token: Token, offset: v.pipe(v.string(), v.regex(/^\d{1,9}$/)) }),
    bytes: true,
    response: TipFileProgress,
    errors: writing,
    repeatable: true,
  }),
  whole: endpoint({
    method: 'POST',
    path: '/tips/files/whole',
    summary: "The whole file at once, as multipart form data under any field name: for Zalo's own uploader",
    query: v.object({ token: Token }),
    bytes: true,
    form: true,
    response: TipFileProgress,
    errors: writing,
  }),
  remove: endpoint({
    method: 'POST',
    path: '/tips/files/remove',
    summary: 'Take back a file that did not arrive whole, or whose tip was not sent',
    body: v.object({ ...Owner, fileKey: ClientKey }),
    response: v.object({ removed: v.boolean() }),
    errors: ['invalid', 'too-large', 'not-found', 'conflict', 'rate-limited', 'unavailable'],
    repeatable: true,
  }),
}
