/** What areas need of sessions: who is calling, if anybody signed in. Implemented by the session area. */
export interface SessionReader {
  /** The Zalo user behind an `Authorization` header; undefined when there is none or it is no longer valid. */
  findUser(authorization: string | undefined): Promise<string | undefined>
}
