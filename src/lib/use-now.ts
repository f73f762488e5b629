import { useEffect, useState } from 'react'

const minute = 60_000

/** The present, told anew every minute: a page left open must not say "open" after closing time. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minute)
    return () => clearInterval(timer)
  }, [])
  return now
}
