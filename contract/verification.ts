import * as v from 'valibot'
import { endpoint } from './endpoint.ts'

/** As it travels in a header: no spaces, no control signs. */
const Token = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/), v.maxLength(4096))

export const verification = {
  phone: endpoint({
    method: 'POST',
    path: '/session/phone',
    summary:
      "Zalo's word on whose phone number this is, for the session that asks; the number itself is not kept",
    body: v.object({ accessToken: Token, phoneToken: Token }),
    // The last digits, so that a person sees which of their numbers was meant.
    response: v.object({ endsWith: v.pipe(v.string(), v.regex(/^\d{3}$/)) }),
    errors: ['invalid', 'too-large', 'unauthorised', 'forbidden', 'rate-limited', 'unavailable'],
    session: 'required',
  }),
}
