import { useEffect, useState } from 'react'
import { usePreferences } from '#src/lib/preferences.ts'

const darkQuery = '(prefers-color-scheme: dark)'

/** The person's choice, else the phone's, also when the phone changes at dusk. */
export function useTheme(): 'light' | 'dark' {
  const chosen = usePreferences((preferences) => preferences.theme)
  const [phoneIsDark, setPhoneIsDark] = useState(() => matchMedia(darkQuery).matches)
  useEffect(() => {
    const query = matchMedia(darkQuery)
    const follow = () => setPhoneIsDark(query.matches)
    query.addEventListener?.('change', follow)
    return () => query.removeEventListener?.('change', follow)
  }, [])
  if (chosen !== 'system') return chosen
  return phoneIsDark ? 'dark' : 'light'
}
