import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { askForMine, type Mine } from './my-applications.store.ts'

const words = {
  refused: 'Bạn chưa đồng ý cho số điện thoại. Bạn vẫn tra được bằng mã hồ sơ.',
  'no-zalo': 'Mục này chỉ mở được trong Zalo. Ở đây bạn tra bằng mã hồ sơ hoặc quét mã trên giấy hẹn.',
  'no-number': 'Số điện thoại Zalo của bạn không dùng được để tìm hồ sơ. Bạn tra bằng mã hồ sơ.',
} as const

/** Says why before anything is asked, and what else to do when the answer is no. */
export function AskForMine({ mine }: { mine: Exclude<Mine, { kind: 'ready' }> }) {
  const ask = () => void askForMine()
  return (
    <div className="stack">
      <p>Xem mọi hồ sơ nộp bằng số điện thoại của bạn, không cần nhớ mã.</p>
      <p>
        Zalo sẽ hỏi bạn có cho biết số điện thoại không. Chúng tôi chỉ dùng số để tìm hồ sơ. Số không được lưu
        lại.
      </p>
      {mine.kind === 'failed' && <FailureNotice failure={mine.error} />}
      {mine.kind in words && (
        <Notice tone="warning" role="alert">
          <p>{words[mine.kind as keyof typeof words]}</p>
        </Notice>
      )}
      {mine.kind !== 'no-zalo' && (
        <Button icon="person" fullWidth busy={mine.kind === 'asking'} onClick={ask}>
          {mine.kind === 'asking' ? 'Đang tìm…' : 'Tìm bằng số điện thoại Zalo'}
        </Button>
      )}
      <ButtonLink kind="secondary" icon="search" fullWidth to={paths.applications()}>
        Tra bằng mã hồ sơ
      </ButtonLink>
    </div>
  )
}
