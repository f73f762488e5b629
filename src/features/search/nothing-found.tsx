import { formatPhone } from '#src/lib/phone-number.ts'
import { paths } from '#src/lib/paths.ts'
import { useUnit } from '#src/lib/unit.ts'
import { ButtonLink, look } from '#src/ui/button.tsx'
import { CallLink } from '#src/ui/call-link.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { Examples } from './search-start.tsx'

interface NothingFoundProps {
  query: string
  examples: readonly string[]
  onChoose: (example: string) => void
}

/** Nobody leaves with nothing: other words, the whole list, or a person to ask. */
export function NothingFound({ query, examples, onChoose }: NothingFoundProps) {
  return (
    <EmptyState
      title={`Chưa tìm thấy “${query}”`}
      text="Bạn thử ít chữ hơn hoặc nói cách khác, hoặc gọi để hỏi."
      action={
        <>
          <Examples examples={examples} onChoose={onChoose} />
          <AskSomebody />
          <ButtonLink kind="secondary" icon="guide" fullWidth to={paths.guides()}>
            Xem tất cả thủ tục
          </ButtonLink>
        </>
      }
    />
  )
}

function AskSomebody() {
  const { remote } = useUnit()
  const phone = remote.kind === 'ready' ? remote.data.dutyPhone : null
  if (!phone) {
    return (
      <ButtonLink icon="phone" fullWidth to={paths.stations()}>
        Xem số điện thoại để hỏi
      </ButtonLink>
    )
  }
  return (
    <CallLink phone={phone} className={look({ fullWidth: true })}>
      <Icon name="phone" />
      <span>Gọi trực ban {formatPhone(phone)}</span>
    </CallLink>
  )
}
