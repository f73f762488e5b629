import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import PdfPage from 'pdfkit'
import { encodeQR } from 'qr'
import { spoken } from './station-link.ts'

export interface Sheet {
  /** The station's name. */
  name: string
  link: string
  /** Leads nowhere that lasts, so it says that it must not be hung up. */
  sample: boolean
}

const regular = () =>
  fileURLToPath(
    import.meta.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  )
const bold = () =>
  fileURLToPath(import.meta.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'))

/** A4 in points. */
const page = { width: 595.28, height: 841.89 }
const edge = 48
const code = { size: 380, top: 216 }
const ink = '#16282d'
const band = '#0c4a56'

const howZalo = 'Mở Zalo, chọn quét mã, rồi đưa máy lên hình vuông.'
const howCamera = 'Mở máy ảnh của điện thoại, rồi đưa máy lên hình vuông.'
const whatFor = 'Xem giờ tiếp dân, thủ tục, hồ sơ và báo tin. Không cần cài ứng dụng.'

/** One page to print and hang up: name, code, the same link to type, two lines of instruction. */
export function drawSheet(sheet: Sheet): Promise<Buffer> {
  const pdf = new PdfPage({
    size: 'A4',
    margin: 0,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: `Mã QR: ${sheet.name}` },
  })
  pdf.registerFont('regular', regular()).registerFont('bold', bold())
  drawHead(pdf, sheet)
  drawCode(pdf, sheet.link)
  drawFoot(pdf, sheet)
  pdf.end()
  return buffer(pdf)
}

type Pdf = InstanceType<typeof PdfPage>
const across = { width: page.width - 2 * edge, align: 'center' as const }

function drawHead(pdf: Pdf, { name, sample }: Sheet): void {
  pdf.rect(0, 0, page.width, 190).fill(band)
  pdf.fillColor('#ffffff').font('regular').fontSize(18).text('Điểm tiếp dân', edge, 48, across)
  pdf.font('bold').fontSize(name.length > 40 ? 24 : 32)
  // A long name takes two lines and then begins higher.
  const height = pdf.heightOfString(name, across)
  pdf.text(name, edge, 125 - height / 2, across)
  if (!sample) return
  pdf.fillColor('#a3281c').fontSize(16).text('BẢN THỬ, KHÔNG TREO', edge, 200, across)
}

/** Modules as vector squares, sharp at any size, with the quiet zone that readers need. */
function drawCode(pdf: Pdf, link: string): void {
  const modules = encodeQR(link, 'raw', { ecc: 'quartile', border: 4 })
  const side = code.size / modules.length
  const left = (page.width - code.size) / 2
  pdf.rect(left, code.top, code.size, code.size).fill('#ffffff')
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pdf.rect(left + x * side, code.top + y * side, side, side)
    }),
  )
  pdf.fill('#000000')
}

function drawFoot(pdf: Pdf, { link }: Sheet): void {
  const how = link.startsWith('https://zalo.me/') ? howZalo : howCamera
  pdf.fillColor(ink).font('bold').fontSize(17).text(how, edge, 610, across)
  pdf
    .font('regular')
    .fontSize(15)
    .text(whatFor, edge, pdf.y + 8, across)
  pdf
    .moveTo(edge, 715)
    .lineTo(page.width - edge, 715)
    .lineWidth(1)
    .strokeColor('#ddd7ca')
    .stroke()
  pdf.fontSize(13).text('Hoặc gõ địa chỉ:', edge, 732, across)
  pdf
    .font('bold')
    .fontSize(15)
    .text(spoken(link), edge, pdf.y + 2, across)
}
