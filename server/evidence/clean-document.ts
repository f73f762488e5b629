import { buffer } from 'node:stream/consumers'
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import PdfPage from 'pdfkit'
import sharp from 'sharp'
import type { Cleaned } from './cleaned.ts'

const mostPages = 30
/** Points of paper are 72 to the inch. */
const dotsPerPoint = 150 / 72
/** An A3 page at that density. Larger ones are drawn smaller. */
const longestSide = 2480
/** So small a page would be nothing. */
const shortestSide = 8

type Pdf = InstanceType<typeof PdfPage>

/**
 * Draws each page and makes a new document of the pictures: no script, attachment, link, form or font comes along, and
 * nothing of what the program that wrote it noted.
 */
export async function cleanDocument(bytes: Buffer): Promise<Cleaned> {
  const pdfium = await PDFiumLibrary.init()
  const document = await pdfium.loadDocument(bytes).catch((error: Error) => {
    if (/password|security/i.test(error.message)) return undefined
    throw error
  })
  if (!document) return { refusal: 'locked' }
  if (document.getPageCount() > mostPages) return { refusal: 'too-many-pages' }
  if (document.getPageCount() === 0) throw new Error('No page')
  const pdf = new PdfPage({ autoFirstPage: false, margin: 0, info })
  for (const page of document.pages()) await drawPage(pdf, page)
  pdf.end()
  return { kind: 'document', bytes: await buffer(pdf) }
}

/** In the place of the moment of our work, and of the names of our programs. */
const info = { CreationDate: new Date(0), Producer: '-', Creator: '-' }

async function drawPage(pdf: Pdf, page: PDFiumPage): Promise<void> {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  const scale = Math.min(dotsPerPoint, longestSide / Math.max(width, height))
  const pixels = (points: number) => Math.max(shortestSide, Math.round(points * scale))
  const size = { width: pixels(width), height: pixels(height) }
  const drawn = await page.render({ ...size, render: 'bitmap', renderFormFields: true })
  const raw = { width: drawn.width, height: drawn.height, channels: 4 as const }
  const jpeg = await sharp(drawn.data, { raw }).removeAlpha().jpeg({ quality: 75 }).toBuffer()
  const paper = [raw.width / dotsPerPoint, raw.height / dotsPerPoint] as [number, number]
  pdf.addPage({ size: paper, margin: 0 }).image(jpeg, 0, 0, { width: paper[0], height: paper[1] })
}
