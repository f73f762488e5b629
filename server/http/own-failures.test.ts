import { expect, test } from 'vitest'
import { type Database, DatabaseError } from '../db/database.ts'
import { logLines } from '../testing/log-lines.ts'
import { startTestServer } from '../testing/start-test-server.ts'

function memory() {
  const { lines, stream } = logLines()
  return { lines, logger: { level: 'warn', stream } }
}

const failing = (error: unknown): Database => {
  const fail = async () => {
    throw error
  }
  return { kind: 'embedded', query: fail, tx: fail, close: async () => undefined }
}

test.for([
  ['a mistake of ours', new TypeError('cannot read secret of undefined')],
  ['a refusal by the database', new DatabaseError('23505', 'duplicate key secret')],
  ['something that is no error', 'secret'],
] as const)('%s shows the person a number only, and us the reason', async ([, thrown]) => {
  const { lines, logger } = memory()
  const server = await startTestServer({ db: failing(thrown), logger })
  const answer = await server.app.inject('/api/news')
  expect(answer.statusCode).toBe(500)
  const { error } = answer.json<{ error: { requestId: string } }>()
  expect(error).toEqual({
    code: 'unexpected',
    message: 'Something went wrong on our side.',
    requestId: error.requestId,
  })
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({ msg: 'request failed', requestId: error.requestId })
  await server.app.close()
})
