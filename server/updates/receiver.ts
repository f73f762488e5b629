import type { Keys } from '../keys/keys.ts'
import { keyedHash, open, seal } from '../keys/seal.ts'

/** Where one person's messages go. By user id when the Official Account may write to him, else by phone. */
export interface Receiver {
  /** The id that the Official Account knows the person by; another one than our app's. */
  oaUserId?: string
  phone?: string
}

type ReceiverKeys = Pick<Keys, 'receivers' | 'zaloHashes'>

export const personHash = ({ zaloHashes }: ReceiverKeys, zaloUserId: string) =>
  keyedHash(zaloHashes, 'app', zaloUserId)

export const oaPersonHash = ({ zaloHashes }: ReceiverKeys, oaUserId: string) =>
  keyedHash(zaloHashes, 'oa', oaUserId)

export const sealReceiver = ({ receivers }: ReceiverKeys, receiver: Receiver) =>
  seal(receivers, JSON.stringify(receiver))

export const openReceiver = ({ receivers }: ReceiverKeys, sealed: Buffer) =>
  JSON.parse(open(receivers, sealed)) as Receiver
