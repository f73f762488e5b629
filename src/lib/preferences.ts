import * as v from 'valibot'
import { create } from 'zustand'
import { readNow, removeNow, writeNow } from './phone-store.ts'

const Preferences = v.object({
  textSize: v.picklist(['normal', 'large', 'largest']),
  theme: v.picklist(['system', 'light', 'dark']),
})
export type Preferences = v.InferOutput<typeof Preferences>

const usual: Preferences = { textSize: 'normal', theme: 'system' }
const key = 'preferences'

/** How the person wants the app to look. Read at once, so that the first frame is already right. */
export const usePreferences = create<Preferences>(() => readNow(key, Preferences) ?? usual)

export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  writeNow(key, usePreferences.getState())
}

export function resetPreferences(): void {
  removeNow(key)
  usePreferences.setState(usual)
}
