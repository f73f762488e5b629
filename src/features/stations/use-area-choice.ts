import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { choiceIn, hashOf, type AreaChoice } from './area-choice.ts'

/** The choice in the page's address, and a way to change it that shows at once. */
export function useAreaChoice(): [AreaChoice, (next: AreaChoice) => void] {
  const { hash } = useLocation()
  const navigate = useNavigate()
  // The router changes the address in a transition: until then a slow phone would show the tapped answer unchosen.
  const [tapped, setTapped] = useState<{ next: AreaChoice; before: string }>()
  const choose = (next: AreaChoice) => {
    setTapped({ next, before: hash })
    navigate({ hash: hashOf(next) }, { replace: true })
  }
  return [tapped?.before === hash ? tapped.next : choiceIn(hash), choose]
}
