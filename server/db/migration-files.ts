import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Migration {
  name: string
  text: string
  checksum: string
}

const NAME = /^\d{4}_[a-z0-9_]+\.sql$/
const TRANSACTION_CONTROL = /^\s*(begin|start\s+transaction|commit|rollback)\s*;/im

export const MIGRATIONS_FOLDER = join(import.meta.dirname, 'migrations')

/** The numbered SQL files of a folder, in their order. */
export function readMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const numbers = new Set<string>()
  return names.map((name) => {
    if (!NAME.test(name)) throw new Error(`Migration ${name} must be named like 0001_what_it_does.sql`)
    const number = name.slice(0, 4)
    if (numbers.has(number)) throw new Error(`Two migrations have the number ${number}; renumber ${name}`)
    numbers.add(number)
    return readMigration(folder, name)
  })
}

function readMigration(folder: string, name: string): Migration {
  // Git on Windows may turn line ends around; that is no change of the migration.
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
  if (TRANSACTION_CONTROL.test(text)) {
    throw new Error(`Migration ${name} must not begin or commit: it runs inside one transaction as a whole`)
  }
  return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
}
