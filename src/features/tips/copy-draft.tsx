import { useState } from 'react'
import { host } from '#src/lib/host.ts'
import { useUnit } from '#src/lib/unit.ts'
import { Button } from '#src/ui/button.tsx'
import { contentFacts } from './content-facts.ts'
import { useTipFormOffer } from './tip-form.resource.ts'
import { useTip } from './tip.store.ts'

/** When nothing gets through, the words can still be taken elsewhere: read out to the duty desk, or sent by other means. */
export function CopyDraft() {
  const draft = useTip(({ record }) => record.attempts[record.attempts.length - 1])
  const unit = useUnit().remote
  const offer = useTipFormOffer().remote
  const [words, setWords] = useState('')
  if (!draft) return null
  const copy = async () => {
    const facts = contentFacts(draft, {
      categories: unit.kind === 'ready' ? unit.data.tipCategories : [],
      areas: offer.kind === 'ready' ? offer.data.areas : [],
    })
    const { kind } = await host().copyText(facts.map(({ name, value }) => `${name}: ${value}`).join('\n'))
    setWords(kind === 'ok' ? 'Đã sao chép. Bạn chỉ dán vào nơi bạn tin được.' : 'Máy chưa sao chép được.')
  }
  return (
    <>
      <Button kind="secondary" icon="copy" fullWidth onClick={() => void copy()}>
        Sao chép nội dung tin
      </Button>
      <p role="status">{words}</p>
    </>
  )
}
