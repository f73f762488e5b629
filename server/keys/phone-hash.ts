import { keyedHash } from './seal.ts'

/**
 * How a declared phone number (`0` and nine digits) is kept where it is only matched: without the key, trying all
 * numbers against it is impossible. Without the code too, so that one number leads to all its owner's applications.
 */
export const phoneHash = (lookups: Buffer, phone: string) => keyedHash(lookups, 'phone', phone)
