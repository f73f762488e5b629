// Viet Nam has been at +07:00 all year since 1975. Plain arithmetic needs no zone data, which old phones may lack and
// which costs a slow one a tenth of a second to load.
const offset = 7 * 60 * 60 * 1000

/** What calendars and clocks in Viet Nam show at an instant, as `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export function localIso(instant: Date): string {
  return new Date(instant.getTime() + offset).toISOString()
}

/** The time of day of an instant in Viet Nam, as `HH:MM`. */
export function timeOf(instant: Date): string {
  return localIso(instant).slice(11, 16)
}

/** The instant at which clocks in Viet Nam show a time of day. */
export function instantAt(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`)
}

/** 1 (Monday) … 7 (Sunday). */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
