import { useEffect } from 'react'
import { useNavigate } from 'react-router-dom'
import { host } from '#src/lib/host.ts'
import { enter } from './enter.ts'

/** A link that reopens the waiting app reloads nothing: the router has to go there itself. */
export function useOpenApp(): void {
  const navigate = useNavigate()
  useEffect(() => host().onOpenApp((path) => navigate(enter(path))), [navigate])
}
