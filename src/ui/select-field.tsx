import { useId } from 'react'
import './field.css'
import { Icon } from './icon.tsx'
import './select-field.css'

interface SelectFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** What stands there before anything is chosen. */
  placeholder: string
  groups: readonly { label: string; options: readonly { value: string; label: string }[] }[]
  hint?: string | undefined
}

/** One of many, picked with the phone's own list. */
export function SelectField({ label, value, onChange, placeholder, groups, hint }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      <div className="select">
        <select
          id={id}
          className="field__control select__control"
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{placeholder}</option>
          {groups.map(({ label: group, options }) => (
            <optgroup key={group} label={group}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Icon name="chevron" size="1.25rem" />
      </div>
    </div>
  )
}
