import type { Station, Unit } from '#contract/unit.ts'
import { host } from '#src/lib/host.ts'
import { formatPhone } from '#src/lib/phone-number.ts'
import { Button, look } from '#src/ui/button.tsx'
import { CallLink } from '#src/ui/call-link.tsx'
import { Icon } from '#src/ui/icon.tsx'

interface AskStationProps {
  unit: Pick<Unit, 'dutyPhone' | 'officialAccountId'>
  station?: Pick<Station, 'phone'> | undefined
}

/** Whom to ask what is not written here: only numbers that the unit itself has published. */
export function AskStation({ unit, station }: AskStationProps) {
  const phone = station?.phone ?? unit.dutyPhone
  const { officialAccountId: oaId } = unit
  return (
    <>
      {!phone && (
        <p>Đơn vị chưa công bố số trực ban. Hỏi đường, bạn hỏi người phụ trách khu phố nơi mình ở.</p>
      )}
      <CallLink phone={phone ?? '113'} className={look({ kind: 'secondary', fullWidth: true })}>
        <Icon name="phone" />
        <span>{phone ? `Gọi trực ban ${formatPhone(phone)}` : 'Việc khẩn cấp, gọi 113'}</span>
      </CallLink>
      {oaId && (
        <Button kind="secondary" fullWidth onClick={() => void host().openOaChat({ oaId })}>
          Nhắn Zalo của đơn vị
        </Button>
      )}
    </>
  )
}
