import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ErrorBody, type ErrorCode, errorStatus } from '#contract/error.ts'
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

const codeOfStatus: Record<number, ErrorCode> = {
  400: 'invalid',
  404: 'not-found',
  413: 'too-large',
  414: 'too-large',
  415: 'invalid',
  429: 'rate-limited',
  431: 'too-large',
  503: 'unavailable',
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof DatabaseUnavailable) return new ApiError('unavailable', { retryAfter: 5 })
  const status = (error as { statusCode?: number }).statusCode ?? 500
  return new ApiError(codeOfStatus[status] ?? 'unexpected')
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
  const body: ErrorBody = {
    error: {
      code: error.code,
      message: messages[error.code],
      ...(error.fields && { fields: error.fields }),
      requestId: request.id,
    },
  }
  if (error.retryAfter) reply.header('retry-after', Math.ceil(error.retryAfter))
  return reply.code(errorStatus[error.code]).header('cache-control', 'no-store').send(body)
}
