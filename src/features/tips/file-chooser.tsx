import type { ChangeEvent } from 'react'
import { Icon } from '#src/ui/icon.tsx'
import { look } from '#src/ui/button.tsx'
import './tip-files.css'

interface FileChooserProps {
  id: string
  label: string
  onChoose: (files: File[]) => void
}

/** Without `capture`: the phone then offers both its camera and what it has already. */
export function FileChooser({ id, label, onChoose }: FileChooserProps) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = Array.from(event.target.files ?? [])
    // Emptied, so that the same file can be chosen again after it was taken out.
    event.target.value = ''
    onChoose(chosen)
  }
  return (
    <label className={`file-chooser ${look({ kind: 'secondary', fullWidth: true })}`}>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        multiple
        accept="image/*,video/*,application/pdf,.pdf"
        onChange={choose}
      />
      <Icon name="camera" />
      <span>{label}</span>
    </label>
  )
}
