import { Icon } from './icon.tsx'

/** Under the label and above the control, so that a phone's keyboard does not hide it. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p id={id} className="field__error">
      <Icon name="warning" /> {error}
    </p>
  )
}
