import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'

interface TooLittleDialogProps {
  /** Empty while there is nothing to say. */
  missing: readonly string[]
  onAdd: () => void
  onSend: () => void
}

/** Said once, and the person decides. */
export function TooLittleDialog({ missing, onAdd, onSend }: TooLittleDialogProps) {
  return (
    <Dialog open={missing.length > 0} title="Tin còn ít thông tin" onClose={onAdd}>
      <p>Ít thông tin quá thì khó xác minh. Bạn biết thêm điều nào dưới đây không?</p>
      <ul className="tip-missing">
        {missing.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button fullWidth onClick={onAdd}>
        Ghi thêm
      </Button>
      <Button kind="secondary" fullWidth onClick={onSend}>
        Vẫn gửi như vậy
      </Button>
    </Dialog>
  )
}
