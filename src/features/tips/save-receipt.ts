import type { TipReceipt } from '#contract/tips.ts'
import { host } from '#src/lib/host.ts'
import { drawText } from '#src/lib/text-picture.ts'
import { layoutReceipt } from './receipt-picture.ts'

/** Words for the person; empty when they turned it down themselves. */
export async function copyReceipt(code: string): Promise<string> {
  const { kind } = await host().copyText(code)
  return kind === 'ok'
    ? 'Đã sao chép mã. Bạn dán vào nơi chỉ mình bạn xem.'
    : 'Máy chưa sao chép được. Bạn chép tay hoặc chụp màn hình.'
}

export async function saveReceiptPicture(unitName: string, receipt: TipReceipt): Promise<string> {
  const picture = drawText(layoutReceipt(unitName, receipt))
  const { kind } = picture ? await host().saveImage(picture, 'ma-tin-bao.png') : { kind: 'failed' }
  if (kind === 'cancelled') return ''
  return kind === 'ok'
    ? 'Đã lưu ảnh vào máy. Ai xem ảnh trong máy cũng thấy mã này.'
    : 'Máy chưa lưu được ảnh. Bạn chép tay hoặc chụp màn hình.'
}
