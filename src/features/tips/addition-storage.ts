import * as v from 'valibot'
import { readStored, removeStored, writeStored } from '#src/lib/storage.ts'

const key = 'tip-addition'

/** What is being written under a tip. `tried`: it may have arrived under that key, and must not arrive twice. */
const Addition = v.object({
  publicCode: v.string(),
  text: v.string(),
  tried: v.nullable(v.object({ text: v.string(), clientKey: v.string() })),
})
export type Addition = v.InferOutput<typeof Addition>

/** One at a time: what was begun under another tip is not shown under this one. */
export async function readAddition(publicCode: string): Promise<Addition | undefined> {
  const stored = await readStored(key, Addition)
  return stored?.publicCode === publicCode ? stored : undefined
}

export async function writeAddition(addition: Addition): Promise<void> {
  await (addition.text === '' ? forgetAddition() : writeStored(key, addition))
}

export function forgetAddition(): Promise<void> {
  return removeStored(key)
}
