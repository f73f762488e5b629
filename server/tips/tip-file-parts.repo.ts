import type { Queries } from '../db/database.ts'

/** Counts the part in, unless another one was faster: then false. */
export async function addPart(
  tx: Queries,
  part: { fileId: number; atByte: number; bytes: number; name: string },
): Promise<boolean> {
  const counted = await tx.query(
    `update tip_files set received = received + $3
     where id = $1 and state = 'arriving' and received = $2 and received + $3 <= size returning id`,
    [part.fileId, part.atByte, part.bytes],
  )
  if (counted.length === 0) return false
  await insertPart(tx, part.fileId, part)
  return true
}

export interface PartRow {
  atByte: number
  name: string
}

/** In the order of their bytes. */
export async function partsOf(db: Queries, fileId: number): Promise<PartRow[]> {
  return db.query<PartRow>(
    'select at_byte as "atByte", name from tip_file_parts where file_id = $1 order by at_byte',
    [fileId],
  )
}

/** Puts a whole file in the place of what has come so far, and answers the names that go; undefined when it has ended. */
export async function replaceParts(
  tx: Queries,
  fileId: number,
  parts: readonly PartRow[],
  size: number,
): Promise<string[] | undefined> {
  const open = await tx.query(
    `update tip_files set size = $2, received = $2
     where id = $1 and state = 'arriving' and received is distinct from size returning id`,
    [fileId, size],
  )
  if (open.length === 0) return undefined
  const before = await partsOf(tx, fileId)
  await dropParts(tx, fileId)
  for (const { atByte, name } of parts) await insertPart(tx, fileId, { atByte, name })
  return before.map(({ name }) => name)
}

async function insertPart(tx: Queries, fileId: number, { atByte, name }: PartRow): Promise<void> {
  await tx.query('insert into tip_file_parts (file_id, at_byte, name) values ($1, $2, $3)', [
    fileId,
    atByte,
    name,
  ])
}

export async function dropParts(tx: Queries, fileId: number): Promise<void> {
  await tx.query('delete from tip_file_parts where file_id = $1', [fileId])
}
