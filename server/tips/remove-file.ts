import { DatabaseError } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { fileKeyHash, type Owner, ownerHashOf, type TipFileIntake } from './tip-file-intake.ts'
import { partsOf } from './tip-file-parts.repo.ts'
import { findFileByKey } from './tip-files.repo.ts'

/** Takes back a file, unless it is part of a tip that was received: the database knows and refuses. */
export async function removeFile(
  { db, sealing, files }: TipFileIntake,
  { fileKey, ...owner }: Owner & { fileKey: string },
): Promise<{ removed: boolean }> {
  const ownerHash = await ownerHashOf({ db, sealing }, owner)
  const keyHash = fileKeyHash(sealing.keys, ownerHash, fileKey)
  const names = await db
    .tx(async (tx) => {
      const file = await findFileByKey(tx, keyHash)
      const parts = file ? await partsOf(tx, file.id) : []
      await tx.query('delete from tip_files where key_hash = $1', [keyHash])
      return file && [...parts.map(({ name }) => name), ...(file.name ? [file.name] : [])]
    })
    .catch((error: unknown) => {
      if (error instanceof DatabaseError && error.code === '23001') throw new ApiError('conflict')
      throw error
    })
  await files.remove(names ?? [])
  return { removed: names !== undefined }
}
