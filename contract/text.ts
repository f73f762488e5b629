import * as v from 'valibot'

/** C0 controls but for tab and line ends, and halves of surrogate pairs: PostgreSQL refuses the first, UTF-8 the second. */
const unstorable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/

const storable = v.check((value: string) => !unstorable.test(value))
const nfc = v.transform((value: string) => value.normalize('NFC'))

/** Text as people type it: trimmed, NFC, free of what a database cannot store. */
export function text(min: number, max: number) {
  return v.pipe(v.string(), storable, v.trim(), nfc, v.minLength(min), v.maxLength(max))
}

/** Words of an editor: never empty. */
export const Line = v.pipe(v.string(), v.minLength(1))

/** `YYYY-MM-DD`, a day that exists. Days are always meant in Asia/Ho_Chi_Minh. */
// Plain expressions here and below: each of valibot's own date and id checks would cost the phone more than one line.
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isRealDay))
/** An instant as ISO 8601 with a zone. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/),
)
/** `HH:MM`, local time. */
export const TimeOfDay = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))

export const Slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(120))

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
