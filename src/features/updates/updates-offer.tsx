import { host } from '#src/lib/host.ts'
import { Button } from '#src/ui/button.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { type Obstacle, useUpdates } from './use-updates.ts'

const obstacles: Record<Obstacle, string> = {
  denied: 'Bạn chưa cho phép nhắn tin. Bạn vẫn tra cứu hồ sơ như bình thường.',
  'not-allowed':
    'Zalo chưa cho đơn vị nhắn tin cho bạn. Bạn bấm “Quan tâm” trang Zalo của đơn vị rồi thử lại.',
  'too-old': 'Zalo trên máy này chưa hỗ trợ. Bạn cập nhật Zalo rồi thử lại.',
  'look-up-again': 'Bạn tra hồ sơ này đã lâu. Bạn tra lại rồi bật hoặc tắt nhận tin.',
}

/** Being told through Zalo: why and what first, then a yes of its own, and a no that is one tap away. */
export function UpdatesOffer({ pass }: { pass: string }) {
  const { state, tryAgain, turnOn, turnOff } = useUpdates(pass)
  if (state.kind === 'asking' || state.kind === 'none') return null
  return (
    <Section title="Nhận tin khi hồ sơ thay đổi">
      <div className="stack">
        {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={tryAgain} />}
        {state.kind === 'on' && (
          <>
            <Notice tone="success" role="status">
              <p>Bạn đang nhận tin về hồ sơ này qua Zalo.</p>
            </Notice>
            <Button kind="secondary" fullWidth busy={state.busy ?? false} onClick={() => void turnOff(state)}>
              Tắt nhận tin
            </Button>
          </>
        )}
        {state.kind === 'off' && <WhatComes />}
        {state.kind === 'off' && host().name !== 'browser' && (
          <Button fullWidth busy={state.busy ?? false} onClick={() => void turnOn(state)}>
            Tôi đồng ý nhận tin qua Zalo
          </Button>
        )}
        {state.kind === 'off' && host().name === 'browser' && (
          <Notice tone="info">
            <p>Việc này cần Zalo. Bạn mở ứng dụng này trong Zalo để bật.</p>
          </Notice>
        )}
        {'obstacle' in state && state.obstacle && (
          <Notice tone="warning" role="alert">
            <p>{obstacles[state.obstacle]}</p>
          </Notice>
        )}
        {'oaId' in state && state.failure && <FailureNotice failure={state.failure} />}
      </div>
    </Section>
  )
}

function WhatComes() {
  return (
    <>
      <p>Hồ sơ có bước mới, đơn vị nhắn cho bạn qua Zalo. Bạn không phải tra lại mỗi ngày.</p>
      <p>
        Tin chỉ có bốn ký tự cuối của mã hồ sơ và trạng thái, ví dụ “Mời đến nhận”. Tin không có tên, số định
        danh hay địa chỉ.
      </p>
      <p>Từ 22 giờ đến 7 giờ không có tin. Bạn tắt lúc nào cũng được.</p>
    </>
  )
}
