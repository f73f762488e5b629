import type { ReactNode } from 'react'
import { CallLink } from './call-link.tsx'
import './emergency-block.css'
import { Icon } from './icon.tsx'

/** Written into the app: it must be there with no network and no answer from us. */
const numbers = [
  { phone: '113', what: 'Cướp, đánh nhau, đe dọa, trộm đang diễn ra' },
  { phone: '114', what: 'Cháy, cứu nạn' },
  { phone: '115', what: 'Cấp cứu' },
  { phone: '111', what: 'Bảo vệ trẻ em' },
  { phone: '112', what: 'Thiên tai, tìm kiếm cứu nạn' },
] as const

/** `children`: a remark of the screen, under the numbers. */
export function EmergencyBlock({ children }: { children?: ReactNode }) {
  return (
    <section className="emergency" aria-labelledby="emergency-title">
      <h2 id="emergency-title" className="emergency__title">
        Đang nguy hiểm? Gọi ngay
      </h2>
      <ul className="emergency__list plain-list">
        {numbers.map(({ phone, what }) => (
          <li key={phone}>
            <CallLink phone={phone} className="emergency__call">
              <span className="emergency__number">
                <Icon name="phone" size="1.25rem" />
                <span className="visually-hidden">Gọi </span>
                <strong>{phone}</strong>
              </span>{' '}
              <span className="emergency__what">{what}</span>
            </CallLink>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
