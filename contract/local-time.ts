// Viet Nam has been at +07:00 all year since 1975: plain arithmetic needs no zone data, which old phones may lack.
const offset = 7 * 60 * 60 * 1000

/** The time of day of an instant in Viet Nam, as `HH:MM`. */
export function timeOf(instant: Date): string {
  return new Date(instant.getTime() + offset).toISOString().slice(11, 16)
}

/** The instant at which clocks in Viet Nam show a time of day. */
export function instantAt(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`)
}

/** 1 (Monday) … 7 (Sunday). */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
