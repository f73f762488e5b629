import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { startOver } from './tip.store.ts'
import { ViewHeading } from './view-heading.tsx'

export function TipFinished() {
  return (
    <div className="stack">
      <ViewHeading>Cảm ơn bạn đã báo tin</ViewHeading>
      <p>Nội dung tin không còn trên máy này. Bạn dùng mã để xem trả lời.</p>
      <ButtonLink fullWidth to={paths.home()}>
        Về trang chủ
      </ButtonLink>
      <ButtonLink kind="secondary" fullWidth to={paths.tipThread()}>
        Xem tin bằng mã
      </ButtonLink>
      <Button kind="secondary" fullWidth onClick={startOver}>
        Báo tin khác
      </Button>
    </div>
  )
}
