import type { FormEvent, KeyboardEvent } from 'react'
import { longestQuery } from '#contract/search.ts'
import { Icon } from '#src/ui/icon.tsx'

interface SearchBoxProps {
  id: string
  value: string
  onChange: (value: string) => void
  /** Done typing: on to the results. */
  onDone: () => void
}

export function SearchBox({ id, value, onChange, onDone }: SearchBoxProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    onDone()
  }
  const clear = () => {
    onChange('')
    document.getElementById(id)?.focus()
  }
  return (
    <form role="search" className="search-box" action="." onSubmit={submit}>
      <label htmlFor={id} className="visually-hidden">
        Từ cần tìm
      </label>
      <Icon name="search" />
      <input
        id={id}
        className="search-box__input"
        type="search"
        enterKeyHint="search"
        value={value}
        maxLength={longestQuery}
        placeholder="Ví dụ: mất căn cước"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value && (
        <button type="button" className="search-box__clear" aria-label="Xóa từ đang tìm" onClick={clear}>
          <Icon name="cross" />
        </button>
      )}
      <p id={`${id}-hint`} className="visually-hidden">
        Kết quả hiện ra trong lúc gõ. Gõ không dấu cũng được.
      </p>
    </form>
  )
}
