import { deflateSync } from 'node:zlib'
import PdfPage from 'pdfkit'

type Pdf = InstanceType<typeof PdfPage>
type Options = ConstructorParameters<typeof PdfPage>[0]

export function document(draw: (pdf: Pdf) => void, options: Options = {}): Promise<Buffer> {
  return new Promise((resolve) => {
    const pdf = new PdfPage(options)
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    draw(pdf)
    pdf.end()
  })
}

/** A document by hand: of one page that shows one picture of so many dots, all of them black, so many times. */
export function documentOfDots(side: number, times = 1): Buffer {
  const dots = deflateSync(Buffer.alloc((side * side) / 8))
  const image = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode`
  const show = 'q 595 0 0 842 0 0 cm /I Do Q '.repeat(times)
  return documentOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    `<< /Length ${show.length} >>\nstream\n${show}\nendstream`,
    Buffer.concat([
      Buffer.from(`<< ${image} /Length ${dots.length} >>\nstream\n`),
      dots,
      Buffer.from('\nendstream'),
    ]),
  ])
}

function documentOf(objects: (string | Buffer)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  for (const [at, object] of objects.entries()) {
    places.push(Buffer.concat(parts).length)
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'))
  }
  const end = Buffer.concat(parts).length
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer << /Root 1 0 R /Size ${size} >>\nstartxref\n${end}\n%%EOF`
  return Buffer.concat([...parts, Buffer.from(table)])
}
