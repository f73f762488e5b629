import type { GenericSchema } from 'valibot'
import type { ErrorCode } from './error.ts'
import type { Role } from './roles.ts'

type Schema = GenericSchema

/** Who may call an endpoint of the desk, and the word under which each call stands in the audit. */
export interface DeskRule {
  /** Any of these roles at a station; `signed-in` needs none, `anyone` not even a session. */
  readonly roles: readonly Role[] | 'signed-in' | 'anyone'
  /** `none` only where no fact about a citizen is shown and nothing is changed. */
  readonly audit: `${string}.${string}` | 'none'
}

/** One promise between the two sides: where, with what, what comes back and how it may be refused. */
export interface Endpoint {
  readonly method: 'GET' | 'POST'
  /** Path below `/api`, with `:name` for parameters. */
  readonly path: string
  readonly summary: string
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  /** The body is a file's bytes as they are, in place of `body`. */
  readonly bytes?: true
  /** The bytes may come as multipart form data too, from uploaders that know nothing else. */
  readonly form?: true
  readonly response: Schema
  /** The answer is a file's bytes as they are; `response` is `v.blob()`. */
  readonly answersBytes?: true
  readonly errors: readonly ErrorCode[]
  /** A write that may be sent again unchanged, because the server recognises the repetition. */
  readonly repeatable?: true
  /** Needs our bearer session. */
  readonly session?: 'required' | 'optional'
  /** For officers only: declared with `deskEndpoint`. */
  readonly desk?: DeskRule
}

/** Keeps the literal types of a declaration. */
export function endpoint<const E extends Endpoint>(declaration: E): E {
  return declaration
}
