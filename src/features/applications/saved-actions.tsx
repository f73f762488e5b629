import { useState } from 'react'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { removeSaved, type Saved } from './saved.store.ts'
import { ShareSlip } from './share-slip.tsx'
import { SlipCalendar } from './slip-calendar.tsx'

interface SavedActionsProps {
  entry: Saved
  pass: string | undefined
  onRemoved: () => void
}

export function SavedActions({ entry, pass, onRemoved }: SavedActionsProps) {
  const [asking, setAsking] = useState(false)
  const remove = () => {
    void removeSaved(entry.id)
    onRemoved()
  }
  return (
    <div className="stack">
      <SlipCalendar application={entry.application} />
      {pass && <ShareSlip pass={pass} ownSecret={entry.secret} />}
      <Button kind="secondary" icon="cross" fullWidth onClick={() => setAsking(true)}>
        Xóa khỏi máy này
      </Button>
      <Dialog open={asking} title="Xóa hồ sơ khỏi máy này?" onClose={() => setAsking(false)}>
        <p>Hồ sơ vẫn được xử lý. Muốn xem lại, bạn tra bằng mã hồ sơ hoặc quét giấy hẹn.</p>
        <Button kind="danger" fullWidth onClick={remove}>
          Xóa
        </Button>
        <Button kind="secondary" fullWidth onClick={() => setAsking(false)}>
          Không xóa
        </Button>
      </Dialog>
    </div>
  )
}
