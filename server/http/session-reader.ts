export interface Session {
  zaloUserId: string
  /** Of the number that Zalo vouched for; null until the person has agreed to that. */
  phoneHash: Buffer | null
}

/** What areas need of sessions: who is calling, if anybody signed in. Implemented by the session area. */
export interface SessionReader {
  /** The Zalo user behind an `Authorization` header; undefined when there is none or it is no longer valid. */
  findUser(authorization: string | undefined): Promise<string | undefined>
  findSession(authorization: string | undefined): Promise<Session | undefined>
}
