import { expect, test } from 'vitest'
import { clearPhone } from './clear-phone.ts'
import { readCopy, writeCopy } from './copies.ts'
import { setPreferences, usePreferences } from './preferences.ts'
import { readStored, writeStored } from './storage.ts'
import * as v from 'valibot'

test('a choice is kept on the phone', () => {
  setPreferences({ textSize: 'largest' })
  expect(usePreferences.getState()).toMatchObject({ textSize: 'largest', theme: 'system' })
  expect(localStorage.getItem('citizen-portal:preferences')).toBe('{"textSize":"largest","theme":"system"}')
})

test('clearing the phone forgets choices, copies and drafts', async () => {
  setPreferences({ theme: 'dark' })
  writeCopy('page', 'x', '2026-01-01T00:00:00.000Z')
  await writeStored('draft', 'x')
  await clearPhone()
  expect(usePreferences.getState().theme).toBe('system')
  expect(readCopy('page', v.string())).toBeUndefined()
  expect(await readStored('draft', v.string())).toBeUndefined()
  expect(localStorage.length).toBe(0)
})
