import { keyedHash } from './seal.ts'

/** How what opens an application beside its code is kept: useless for another code, and without the key. */
export const factorHash = (lookups: Buffer, code: string, factor: string) =>
  keyedHash(lookups, 'factor', code, factor)
