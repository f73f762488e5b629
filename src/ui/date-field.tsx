import { useId } from 'react'
import './field.css'
import { FieldError } from './field-error.tsx'

interface DateFieldProps {
  label: string
  /** `YYYY-MM-DD`, or empty. */
  value: string
  onChange: (value: string) => void
  min?: string
  hint?: string | undefined
  error?: string | undefined
}

/** The phone's own calendar to pick a day from. */
export function DateField({ label, value, onChange, min, hint, error }: DateFieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
      <input
        id={id}
        className="field__control"
        type="date"
        value={value}
        min={min}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
