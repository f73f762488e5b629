import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { keyedHash } from '../keys/seal.ts'
import type { Desk } from './desk.ts'

const halfAYear = 180 * 24 * 3600
const nonceForm = /^[A-Za-z0-9_-]{22}$/

/** One cookie an account: officers share the computer at the counter. */
const cookieOf = ({ key }: Desk, login: string) =>
  `desk-known-${keyedHash(key, 'cookie', login).toString('hex').slice(0, 12)}`

const markOf = ({ key }: Desk, login: string, nonce: string) => keyedHash(key, 'known browser', login, nonce)

/**
 * A browser in which this account has signed in before. Its tries are counted apart from those of strangers, so
 * somebody who guesses from elsewhere cannot keep the officer out.
 */
export function findKnownBrowser(desk: Desk, request: FastifyRequest, login: string): string | undefined {
  const [nonce = '', mark = ''] = (desk.cookies.read(request, cookieOf(desk, login)) ?? '').split('.')
  if (!nonceForm.test(nonce)) return undefined
  const given = Buffer.from(mark, 'base64url')
  const right = markOf(desk, login, nonce)
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : undefined
}

export function rememberBrowser(desk: Desk, reply: FastifyReply, login: string): void {
  const nonce = randomBytes(16).toString('base64url')
  const mark = markOf(desk, login, nonce).toString('base64url')
  desk.cookies.write(reply, cookieOf(desk, login), `${nonce}.${mark}`, halfAYear)
}
