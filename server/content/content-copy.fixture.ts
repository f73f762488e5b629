import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContentError, type Problem } from './problems.ts'

export const contentDir = join(import.meta.dirname, '../../content')

/** A copy of the real content in which one text of one file has been replaced. */
export interface Change {
  file: string
  replace: string | RegExp
  by: string
}

/** Loads a changed copy and answers what was refused; an empty list when nothing was. */
export async function problemsAfter(
  changes: readonly Change[],
  load: (dir: string) => Promise<unknown>,
): Promise<readonly Problem[]> {
  const dir = mkdtempSync(join(tmpdir(), 'content-'))
  try {
    cpSync(contentDir, dir, { recursive: true })
    for (const { file, replace, by } of changes) {
      const before = readFileSync(join(dir, file), 'utf8')
      const after = before.replace(replace, by)
      if (after === before) throw new Error(`${file} does not contain ${replace}`)
      writeFileSync(join(dir, file), after)
    }
    await load(dir)
    return []
  } catch (error) {
    if (error instanceof ContentError) return error.problems
    throw error
  } finally {
    rmSync(dir, { recursive: true })
  }
}
