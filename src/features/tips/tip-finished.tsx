import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { forgetTip } from './tip.store.ts'
import { ViewHeading } from './view-heading.tsx'

export function TipFinished() {
  return (
    <div className="stack">
      <ViewHeading>Cảm ơn bạn đã báo tin</ViewHeading>
      <p>Mã và nội dung tin không còn trên máy này.</p>
      <ButtonLink fullWidth to={paths.home()}>
        Về trang chủ
      </ButtonLink>
      <Button kind="secondary" fullWidth onClick={() => void forgetTip()}>
        Báo tin khác
      </Button>
    </div>
  )
}
