import type { Keys } from '../keys/keys.ts'
import { keyedHash, seal } from '../keys/seal.ts'

/** Where one person's messages go. By user id when the Official Account may write to him, else by phone. */
export interface Receiver {
  /** The id that the Official Account knows the person by; another one than our app's. */
  oaUserId?: string
  phone?: string
}

export type ReceiverKeys = Pick<Keys, 'receivers' | 'receiverHashes'>

export const personHash = ({ receiverHashes }: ReceiverKeys, zaloUserId: string) =>
  keyedHash(receiverHashes, 'app', zaloUserId)

export const sealReceiver = ({ receivers }: ReceiverKeys, receiver: Receiver) =>
  seal(receivers, JSON.stringify(receiver))
