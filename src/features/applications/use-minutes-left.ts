import { useEffect, useState } from 'react'

/** Whole minutes until an instant, rounded up; 0 once it has passed. */
export function useMinutesLeft(instant: string): number {
  const left = () => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 60_000))
  const [minutes, setMinutes] = useState(left)
  useEffect(() => {
    setMinutes(left())
    const timer = setInterval(() => setMinutes(left()), 5_000)
    return () => clearInterval(timer)
    // `left` is made anew at every render and depends on nothing else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [instant])
  return minutes
}
