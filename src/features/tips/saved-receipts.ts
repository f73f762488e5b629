import * as v from 'valibot'
import { readStored, removeStored, writeStored } from '#src/lib/storage.ts'

const key = 'tip-receipts'
const Codes = v.array(v.string())
/** A phone is no archive: whoever sends more writes the oldest down. */
const mostCodes = 20

/** Codes that somebody chose to keep on this phone, newest first. Shown only where a code is asked for. */
export async function readReceipts(): Promise<string[]> {
  return (await readStored(key, Codes)) ?? []
}

/** False when the phone did not keep it beyond this visit. */
export async function saveReceipt(code: string): Promise<boolean> {
  const others = (await readReceipts()).filter((each) => each !== code)
  const written = await writeStored(key, [code, ...others].slice(0, mostCodes))
  return written.kind === 'ok' && written.data === 'device'
}

export async function removeReceipt(code: string): Promise<string[]> {
  const left = (await readReceipts()).filter((each) => each !== code)
  await (left.length > 0 ? writeStored(key, left) : removeStored(key))
  return left
}
