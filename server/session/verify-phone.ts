import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import type { GraphClient, Refusal } from '../zalo/graph-client.ts'
import { sessionReader, vouchForPhone } from './sessions.repo.ts'

export interface SessionContext {
  db: Database
  graph: GraphClient
  /** That of look-ups: a verified number is matched with those of applications. */
  phoneKey: Buffer
  clock: () => Date
}

interface Tokens {
  accessToken: string
  phoneToken: string
}

/** The number comes from Zalo alone, and its owner must be the person of this session. */
export async function verifyPhone(
  { db, graph, phoneKey, clock }: SessionContext,
  tokens: Tokens,
  authorization = '',
): Promise<{ endsWith: string }> {
  const session = await sessionReader(db, clock).findSession(authorization)
  if (!session) throw new ApiError('unauthorised')
  const who = await graph.whoIs(tokens.accessToken)
  if (!who.ok) throw refusal(who)
  if (who.zaloUserId !== session.zaloUserId) throw new ApiError('forbidden')
  const phone = await graph.phoneOf(tokens)
  if (!phone.ok) throw refusal(phone)
  // Zalo writes numbers with the country's code; no application is filed with one of another country.
  if (!/^84\d{9}$/.test(phone.number)) throw new ApiError('forbidden')
  await vouchForPhone(db, authorization, phoneHash(phoneKey, phone.number.replace('84', '0')))
  return { endsWith: phone.number.slice(-3) }
}

/** An outage at Zalo is no refusal of the person: they may try again, or go on without signing in. */
export function refusal({ reason }: Refusal): ApiError {
  return new ApiError(reason === 'refused' ? 'unauthorised' : 'unavailable')
}
