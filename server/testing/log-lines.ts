import { Writable } from 'node:stream'

/** A log that stays in the test: every line that was written. */
export function logLines() {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  return { lines, stream }
}
