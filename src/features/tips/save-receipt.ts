import type { TipReceipt } from '#contract/tips.ts'
import { host } from '#src/lib/host.ts'
import { drawText } from '#src/lib/text-picture.ts'
import { saveReceipt } from './saved-receipts.ts'
import { layoutReceipt } from './receipt-picture.ts'

/** Words for the person; empty when they turned it down themselves. */
export async function copyReceipt(code: string): Promise<string> {
  const { kind } = await host().copyText(code)
  return kind === 'ok'
    ? 'Đã sao chép mã. Bạn dán vào nơi chỉ mình bạn xem.'
    : 'Máy chưa sao chép được. Bạn chép tay hoặc chụp màn hình.'
}

/** Not on a shared phone: whoever opens the app there can open the tip. */
export async function keepOnPhone(code: string): Promise<string> {
  return (await saveReceipt(code))
    ? 'Đã giữ mã, xem ở mục “Xem tin đã gửi”. Máy dùng chung thì bạn đừng giữ ở đây.'
    : 'Máy không giữ được mã. Bạn chép tay hoặc lưu thành ảnh.'
}

export async function saveReceiptPicture(unitName: string, receipt: TipReceipt): Promise<string> {
  const qr = await import('./qr-cells.ts').then(
    ({ qrCells }) => qrCells(receipt.code),
    () => undefined,
  )
  const picture = drawText(layoutReceipt(unitName, receipt, qr))
  const { kind } = picture ? await host().saveImage(picture, 'ma-tin-bao.png') : { kind: 'failed' }
  if (kind === 'cancelled') return ''
  return kind === 'ok'
    ? 'Đã lưu ảnh vào máy. Ai xem ảnh trong máy cũng thấy mã này.'
    : 'Máy chưa lưu được ảnh. Bạn chép tay hoặc chụp màn hình.'
}
