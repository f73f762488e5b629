import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openDatabase } from './open-database.ts'

// Eight writers store rows as fast as they can; each name is printed only after the database acknowledged it.
const [dataDir = '', migrations] = process.argv.slice(2)
const database = await openDatabase({ dataDir, migrations, log: () => undefined })
const run = randomBytes(4).toString('hex')

async function write(writer: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    const name = `${run}-${writer}-${count}`
    if (writer % 2) await insert(database, name)
    else await database.tx((tx) => insert(tx, name))
    // Synchronous, so that nothing acknowledged can be lost on its way to the test.
    writeSync(1, `${name}\n`)
    // Without a turn of the event loop, writers without a transaction would let nobody else in.
    await new Promise(setImmediate)
  }
}

function insert(queries: Pick<typeof database, 'query'>, name: string): Promise<unknown[]> {
  const text = 'insert into rows (name, body, hash) values ($1, $2, md5($2))'
  return queries.query(text, [name, randomBytes(400).toString('hex')])
}

await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
