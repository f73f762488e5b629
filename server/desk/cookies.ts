import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Cookies that no script reads and no other site's page sends. */
export interface Cookies {
  read(request: FastifyRequest, name: string): string | undefined
  write(reply: FastifyReply, name: string, value: string, seconds: number): void
  remove(reply: FastifyReply, name: string): void
}

/** Over https the prefix makes browsers refuse such a cookie from a neighbouring domain or without Secure. */
export function deskCookies(secure: boolean): Cookies {
  const full = (name: string) => (secure ? `__Host-${name}` : name)
  const send = (reply: FastifyReply, name: string, value: string, maxAge: number) =>
    void reply.header(
      'set-cookie',
      stringifySetCookie({
        name: full(name),
        value,
        maxAge,
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure,
      }),
    )
  return {
    read: (request, name) => parseCookie(request.headers.cookie ?? '')[full(name)],
    write: send,
    remove: (reply, name) => send(reply, name, '', 0),
  }
}
