import { halves } from './receipt-picture.ts'
import './tips.css'

/** What one may say aloud to ask about a tip. */
export const openPart = (code: string): string => code.slice(0, code.indexOf('-'))

/** One text, so that it can be selected as a whole; the break only keeps the signs large. */
export function ReceiptCode({ code }: { code: string }) {
  const [first = '', second] = halves(code)
  const open = openPart(code)
  return (
    <p className="receipt-code">
      <span className="receipt-code__label">Mã tin báo</span>
      <strong className="receipt-code__signs" translate="no">
        <span className="receipt-code__public">{open}</span>
        {first.slice(open.length)}
        <wbr />
        {second}
      </strong>
    </p>
  )
}
