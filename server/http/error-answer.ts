import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ErrorBody, type ErrorCode, errorStatus, type FieldIssue } from '#contract/error.ts'
import { DatabaseUnavailable } from '../db/database.ts'
import { ApiError } from './api-error.ts'

const messages: Record<ErrorCode, string> = {
  invalid: 'The request does not have the declared form.',
  unauthorised: 'Sign in first.',
  forbidden: 'This account may not do that.',
  'not-found': 'There is nothing here.',
  conflict: 'This contradicts what was stored before.',
  'too-large': 'The request is too large.',
  'rate-limited': 'Too many requests. Wait as long as Retry-After says.',
  unavailable: 'The service cannot answer now. Try again later.',
  unexpected: 'Something went wrong on our side.',
}

/** What the framework and its plugins refuse with; any other 4xx is `invalid`. */
const codeOfStatus: Record<number, ErrorCode> = {
  // A folder, or a path that leads out of one: what may not be seen is not there.
  403: 'not-found',
  404: 'not-found',
  413: 'too-large',
  414: 'too-large',
  429: 'rate-limited',
  431: 'too-large',
  503: 'unavailable',
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof DatabaseUnavailable) return new ApiError('unavailable', { retryAfter: 5 })
  const status = (error as { statusCode?: number }).statusCode ?? 500
  return new ApiError(codeOfStatus[status] ?? (status >= 400 && status < 500 ? 'invalid' : 'unexpected'))
}

/** Messages and stacks only: a database's `detail` may quote what somebody wrote. */
function report(log: FastifyBaseLogger, requestId: string, error: unknown): void {
  const { name, stack, code } = error as Error & { code?: string }
  log.error({ requestId, name, code, stack }, 'request failed')
}

/** The one translator from what was thrown to the declared error form. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = asApiError(error)
  if (known.code === 'unexpected' || known.code === 'unavailable') report(request.log, request.id, error)
  return refuse(request, reply, known)
}

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => refuse(request, reply, new ApiError('not-found')))
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: ApiError) {
  const body = errorBody(error.code, request.id, error.fields)
  if (error.retryAfter) reply.header('retry-after', Math.ceil(error.retryAfter))
  return reply.code(errorStatus[error.code]).header('cache-control', 'no-store').send(body)
}

export function errorBody(
  code: ErrorCode,
  requestId: string,
  fields?: Record<string, FieldIssue>,
): ErrorBody {
  return { error: { code, message: messages[code], ...(fields && { fields }), requestId } }
}
