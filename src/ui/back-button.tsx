import { type Location, useLocation, useNavigate } from 'react-router-dom'
import { Icon } from './icon.tsx'

/** Whether a link or QR code opened the app at this entry of the history. `opened`: it was, before its state was changed. */
export function isWhereOneCameIn({ key, state }: Location): boolean {
  return key === 'default' || (state as { opened?: boolean } | null)?.opened === true
}

/** Back in history; to `fallback` when nothing of the app lies there. */
export function BackButton({ fallback }: { fallback: string }) {
  const navigate = useNavigate()
  const opened = isWhereOneCameIn(useLocation())
  const goBack = () => (opened ? navigate(fallback, { replace: true }) : navigate(-1))
  return (
    <button type="button" className="back-button" onClick={goBack}>
      <Icon name="back" />
      Quay lại
    </button>
  )
}
