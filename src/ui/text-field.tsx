import { useId, type ChangeEvent, type HTMLAttributes } from 'react'
import './field.css'
import { FieldError } from './field-error.tsx'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  id?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean | undefined
  multiline?: boolean | undefined
  rows?: number | undefined
  maxLength?: number | undefined
  showCount?: boolean | undefined
  type?: 'text' | 'tel' | 'search' | undefined
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  autoComplete?: string | undefined
  autoCapitalize?: string | undefined
  spellCheck?: boolean | undefined
  onBlur?: (() => void) | undefined
}

const thousands = new Intl.NumberFormat('vi-VN')

export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    hint,
    error,
    optional,
    multiline,
    rows = 5,
    showCount,
    type,
    ...rest
  } = props
  const ownId = useId()
  const id = props.id ?? ownId
  const notes = { hint: `${id}-hint`, error: `${id}-error`, count: `${id}-count` }
  const counts = showCount && props.maxLength !== undefined
  const described = [hint && notes.hint, error && notes.error, counts && notes.count]
    .filter(Boolean)
    .join(' ')
  const control = {
    ...rest,
    id,
    value,
    className: 'field__control',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
  }
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label} {optional && <span className="field__optional">(không bắt buộc)</span>}
      </label>
      {hint && (
        <p id={notes.hint} className="field__hint">
          {hint}
        </p>
      )}
      <FieldError id={notes.error} error={error} />
      {multiline ? <textarea {...control} rows={rows} /> : <input {...control} type={type ?? 'text'} />}
      {counts && (
        <p id={notes.count} className="field__count">
          {thousands.format(value.length)} / {thousands.format(props.maxLength ?? 0)} ký tự
        </p>
      )}
    </div>
  )
}
