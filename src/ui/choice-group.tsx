import { useId } from 'react'
import './field.css'
import { FieldError } from './field-error.tsx'

interface ChoiceGroupProps<Value extends string> {
  legend: string
  value: Value | undefined
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string; hint?: string | undefined }[]
  hint?: string | undefined
  error?: string | undefined
  id?: string | undefined
}

/** One of a few, all of them in sight. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { legend, value, onChange, options, hint, error } = props
  const ownId = useId()
  const id = props.id ?? ownId
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      aria-describedby={described || undefined}
      className={error ? 'field field--wrong' : 'field'}
    >
      <legend className="field__label">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
      <div className="choice-group">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'choice choice--chosen' : 'choice'}>
            <input
              className="choice__input"
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className="choice__hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
