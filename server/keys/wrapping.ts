import type { DataKeyRow, VaultName } from './data-keys.repo.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'
import { deriveKey } from './seal.ts'

/** What wraps the data keys of one vault: the present key, and during a change of keys the one before. */
export interface WrappingKeys {
  present: Buffer
  old?: Buffer | undefined
}

const variables: Record<VaultName, string> = { content: 'PORTAL_KEY', identity: 'PORTAL_IDENTITY_KEY' }

export function wrappingKey(secret: Buffer, vault: VaultName): Buffer {
  return deriveKey(secret, `wrap ${vault} keys`)
}

type Place = Pick<DataKeyRow, 'vault' | 'name'>
const contextOf = ({ vault, name }: Place) => `data key ${vault} ${name}`

export function wrap(key: Buffer, dataKey: Buffer, place: Place): Buffer {
  return sealBytes(key, dataKey, contextOf(place))
}

/** Throws a sentence for the operator when neither key fits: that is how a wrong key is noticed at the start. */
export function unwrap(keys: WrappingKeys, row: DataKeyRow): Buffer {
  for (const key of [keys.present, ...(keys.old ? [keys.old] : [])]) {
    const opened = attempt(() => openBytes(key, row.wrapped, contextOf(row)))
    if (opened) return opened
  }
  const name = variables[row.vault]
  throw new Error(
    `${name} is not the key that this database was sealed with. Give the right key; ` +
      `while keys are being changed, give the one before as ${name}_OLD and run: npm run keys:rotate`,
  )
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
