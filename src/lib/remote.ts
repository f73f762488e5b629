import type { Failure } from '#contract/error.ts'

/** Something that lives on the server, as one value instead of three flags. */
export type Remote<T> =
  | { kind: 'idle' }
  | { kind: 'loading' }
  /** `staleSince` (ISO): shown from the phone's copy, the network did not answer. */
  | { kind: 'ready'; data: T; staleSince?: string }
  | { kind: 'failed'; error: Failure }
