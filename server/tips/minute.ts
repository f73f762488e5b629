/** Everything about a tip is kept to the minute: finer times could be laid beside other records. */
export function toTheMinute(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000)
}
