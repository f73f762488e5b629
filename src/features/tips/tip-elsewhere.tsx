import { Button } from '#src/ui/button.tsx'
import { takeTipBack } from './tip.store.ts'
import { ViewHeading } from './view-heading.tsx'

export function TipElsewhere() {
  return (
    <div className="stack">
      <ViewHeading>Tin báo đang mở ở cửa sổ khác</ViewHeading>
      <p>Mỗi lúc chỉ viết ở một cửa sổ, để tin không bị gửi hai lần.</p>
      <Button fullWidth onClick={() => void takeTipBack()}>
        Viết tiếp ở đây
      </Button>
    </div>
  )
}
