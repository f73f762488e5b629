import type { GenericSchema } from 'valibot'
import type { ErrorCode } from './error.ts'

type Schema = GenericSchema

/** One promise between the two sides: where, with what, what comes back and how it may be refused. */
export interface Endpoint {
  readonly method: 'GET' | 'POST'
  /** Path below `/api`, with `:name` for parameters. */
  readonly path: string
  readonly summary: string
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  readonly response: Schema
  readonly errors: readonly ErrorCode[]
  /** A write that may be sent again unchanged, because the server recognises the repetition. */
  readonly repeatable?: true
  /** Needs our bearer session. */
  readonly session?: 'required' | 'optional'
}

/** Keeps the literal types of a declaration. */
export function endpoint<const E extends Endpoint>(declaration: E): E {
  return declaration
}
