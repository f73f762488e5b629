export interface IntakeLimits {
  address: { free: number; most: number; mostInSurge: number }
  session: { free: number; most: number }
  alike: { work: number; wave: number }
  surge: number
  firstOfAddress: number
  wave: { most: number; perDay: number; bytesPerDay: number }
  day: { most: number; bytes: number }
  thread: { free: number; most: number }
}

/**
 * When the phone is asked for work, when a tip is put with its wave, and when it must wait. All counts are of the last
 * hour and live in memory. Work instead of a wall is the allowance for shared addresses: a factory of thousands is one
 * address, and everybody in it who does the work passes.
 */
export const intakeLimits: IntakeLimits = {
  /** Tips of one address without work, with it, and while everything is full: then none may take all the room. */
  address: { free: 20, most: 1000, mostInSurge: 200 },
  /** Tips of one session, where a phone sends one. */
  session: { free: 3, most: 30 },
  /** Texts that resemble each other: from `work` on each costs work, from `wave` on they form a wave. */
  alike: { work: 3, wave: 20 },
  /** More tips an hour than any day has brought. From then on each costs work. */
  surge: 600,
  /** During a surge an address' further tips go with the surge, not among the single ones. */
  firstOfAddress: 3,
  /** What is kept of one wave, and of all waves within a day. Those beyond would tell officers nothing new. */
  wave: { most: 500, perDay: 5000, bytesPerDay: 25_000_000 },
  /** The intake budget of a day: no flood fills the disk. */
  day: { most: 20_000, bytes: 200_000_000 },
  /** Additions to one tip without work, and with it. */
  thread: { free: 10, most: 60 },
}

/** For measuring how fast tips are stored, where everybody is one caller with one text. */
export const noLimits: IntakeLimits = {
  address: { free: Infinity, most: Infinity, mostInSurge: Infinity },
  session: { free: Infinity, most: Infinity },
  alike: { work: Infinity, wave: Infinity },
  surge: Infinity,
  firstOfAddress: Infinity,
  wave: { most: Infinity, perDay: Infinity, bytesPerDay: Infinity },
  day: { most: Infinity, bytes: Infinity },
  thread: { free: Infinity, most: Infinity },
}
