import { useEffect, useState } from 'react'
import { tidyCode } from './check-lookup.ts'
import { forgetCode, rememberedCode } from './lookup.store.ts'
import { lookupIds } from './use-lookup-form.ts'

/** The code from the link, else the one of the last time; what the person types always wins. */
export function usePrefilledCode(linkedCode: string, another: boolean) {
  const [code, setCode] = useState(tidyCode(linkedCode))
  const [remembered, setRemembered] = useState(false)

  useEffect(() => {
    if (linkedCode || another) return
    let wanted = true
    void rememberedCode().then((found) => {
      if (!wanted || !found) return
      setCode((typed) => typed || found)
      setRemembered(true)
    })
    return () => void (wanted = false)
  }, [linkedCode, another])

  const forget = () => {
    void forgetCode()
    setCode('')
    setRemembered(false)
    document.getElementById(lookupIds.code)?.focus()
  }
  return { code, setCode, tidy: () => setCode(tidyCode), remembered, forget }
}
