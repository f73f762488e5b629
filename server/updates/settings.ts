const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** How telling people is paced. One place, so that tests can live faster. */
export interface Pace {
  /** An officer's next click belongs to the same message. */
  gatherMs: number
  /** A worker's turn with one message. When it ends without a word, somebody else takes the message over. */
  turnMs: number
  /** No request is begun this late in a turn: it must have ended before the turn does. */
  lastStartMs: number
  /** How long after an unanswered request one asks what became of it; grows with each question in vain. */
  doubtMs: number
  /** After so long in doubt nobody can tell any more. Sending again could then double the message. */
  giveUpMs: number
  /** The first wait after Zalo failed; doubles up to `longestWaitMs`. */
  waitMs: number
  longestWaitMs: number
  /** After a refusal that only a person can mend. */
  repairMs: number
  /** Older changes are told together, without a status that may be long past. */
  digestAfterMs: number
  /** Who has not been told for so long is told nothing: the app itself shows how things stand. */
  staleMs: number
}

export const usualPace: Pace = {
  gatherMs: 2 * minute,
  turnMs: minute,
  lastStartMs: 40 * second,
  doubtMs: minute,
  giveUpMs: 24 * hour,
  waitMs: 5 * second,
  longestWaitMs: 30 * minute,
  repairMs: hour,
  digestAfterMs: 24 * hour,
  staleMs: 7 * 24 * hour,
}

/** Nobody is woken by a slip: no message between these times in Viet Nam. */
export const quietFrom = '22:00'
export const quietUntil = '07:00'
