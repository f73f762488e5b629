import { halves } from './receipt-picture.ts'
import './tips.css'

/** One text, so that it can be selected as a whole; the break only keeps the signs large. */
export function ReceiptCode({ code }: { code: string }) {
  const [first = '', second] = halves(code)
  const open = first.slice(0, first.indexOf('-'))
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
