import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FileRefused } from './table.ts'

export interface XmlEvents {
  open?: (tag: SaxesTagPlain) => void
  text?: (text: string) => void
  close?: (tag: SaxesTagPlain) => void
}

/** Reads XML bit by bit. A document type is refused: it could define entities that grow without end. */
export async function parseXml(chunks: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new FileRefused('Nội dung tệp bị hỏng. Bạn mở tệp bằng Excel, lưu lại rồi thử lại.')
  })
  parser.on('doctype', () => {
    throw new FileRefused('Tệp có phần khai báo lạ nên không được nhận. Bạn lưu lại bằng Excel rồi thử lại.')
  })
  if (events.open) parser.on('opentag', events.open)
  if (events.text) parser.on('text', events.text)
  if (events.close) parser.on('closetag', events.close)
  for await (const chunk of chunks) parser.write(chunk)
  parser.close()
}

/** `x:row` and `row` are one: some programs give their tags a prefix. */
export const plainName = (name: string) => name.slice(name.indexOf(':') + 1)
