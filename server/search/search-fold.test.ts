import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWords, textsOf } from '#contract/search/words.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())

async function foldedByDatabase(texts: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ folded: string }>(
    'select trim(search_fold(text)) as folded from unnest($1::text[]) with ordinality as texts (text, at) order by at',
    [texts],
  )
  return rows.map(({ folded }) => folded)
}
const foldedHere = (text: string) => textsOf(readWords(text)).join(' ')

test('the database folds words as the engine does', async () => {
  const texts = [
    'Căn cước',
    'ĐƯỜNG',
    'Thới Hoà'.normalize('NFD'),
    'Ðà Nẵng',
    'CC-02/2026',
    'a\nb\tc',
    'İstanbul',
    '',
  ]
  expect(await foldedByDatabase(texts)).toEqual(texts.map(foldedHere))
})

test('… whatever the text', async () => {
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạ \u0301\u0300\u0309\u0303\u0323.,/-0129😀漢'
  const vietnamese = fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength: 40 })
  const anything = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0'))
  const texts = fc.sample(fc.oneof(vietnamese, anything), { numRuns: 500, seed: 7 })
  expect(await foldedByDatabase(texts)).toEqual(texts.map(foldedHere))
})
