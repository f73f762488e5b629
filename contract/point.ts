import * as v from 'valibot'

const three = (degrees: number) => Math.round(degrees * 1000) / 1000
const degrees = (from: number, to: number) =>
  v.pipe(v.number(), v.minValue(from), v.maxValue(to), v.transform(three))

/** A place within Viet Nam to about a hundred metres: finer would show which door somebody stood at. */
export const Point = v.object({ lat: degrees(8, 24), lon: degrees(102, 118) })
export type Point = v.InferOutput<typeof Point>
