import { formatPhone } from '#src/lib/phone-number.ts'
import { useUnit } from '#src/lib/unit.ts'
import { look } from '#src/ui/button.tsx'
import { CallLink } from '#src/ui/call-link.tsx'

/** Whom to ask: the duty desk by phone, or the counter while the unit has given no number. */
export function AskUnit({ why }: { why: string }) {
  const { remote } = useUnit()
  const phone = remote.kind === 'ready' ? remote.data.dutyPhone : null
  if (phone === null) return <p>{why} Bạn mang giấy hẹn đến quầy để được giúp.</p>
  return (
    <>
      <p>{why} Bạn gọi trực ban hoặc mang giấy hẹn đến quầy.</p>
      <CallLink phone={phone} className={look({ kind: 'secondary' })}>
        Gọi trực ban {formatPhone(phone)}
      </CallLink>
    </>
  )
}
