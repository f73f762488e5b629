import { useLocation, useNavigate } from 'react-router-dom'
import { Icon } from './icon.tsx'

/** Back in history; to `fallback` when a link or QR code opened the app here. */
export function BackButton({ fallback }: { fallback: string }) {
  const navigate = useNavigate()
  const opened = useLocation().key === 'default'
  const goBack = () => (opened ? navigate(fallback, { replace: true }) : navigate(-1))
  return (
    <button type="button" className="back-button" onClick={goBack}>
      <Icon name="back" />
      Quay lại
    </button>
  )
}
