import { useId, type ReactNode } from 'react'
import './field.css'
import { FieldError } from './field-error.tsx'

interface CheckboxProps {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  error?: string | undefined
  id?: string | undefined
}

export function Checkbox({ label, checked, onChange, error, id: givenId }: CheckboxProps) {
  const ownId = useId()
  const id = givenId ?? ownId
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <FieldError id={`${id}-error`} error={error} />
      <label className={checked ? 'choice choice--chosen' : 'choice'}>
        <input
          id={id}
          className="choice__input"
          type="checkbox"
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}
