import { useState } from 'react'
import { sharedAddress } from '#src/lib/entry.ts'
import { host } from '#src/lib/host.ts'
import type { HostResult, ShareContent } from '#src/zalo/host.ts'
import { Button } from './button.tsx'

type Outcome = HostResult<'shared' | 'copied'>

/** Sends a link that opens the app on this page. */
export function ShareButton({ content, label = 'Chia sẻ' }: { content: ShareContent; label?: string }) {
  const [words, setWords] = useState('')
  const share = async () => {
    setWords('')
    setWords(outcomeWords(await host().share({ ...content, path: sharedAddress(content.path) })))
  }
  return (
    <div className="share">
      <Button kind="secondary" icon="share" onClick={() => void share()}>
        {label}
      </Button>
      <p role="status">{words}</p>
    </div>
  )
}

function outcomeWords(outcome: Outcome): string {
  if (outcome.kind === 'cancelled') return ''
  if (outcome.kind !== 'ok') return 'Máy chưa chia sẻ được. Bạn thử lại sau.'
  return outcome.data === 'copied' ? 'Đã sao chép đường dẫn. Bạn dán vào tin nhắn để gửi.' : 'Đã mở chia sẻ.'
}
