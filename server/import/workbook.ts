import { parseXml, plainName } from './parse-xml.ts'
import { FileRefused, limits } from './table.ts'
import type { ZipFile } from './zip-file.ts'

export interface Workbook {
  /** Path of the first visible sheet in the file. */
  sheet: string
  /** Counts days from 1904, as old Macs did. */
  from1904: boolean
}

export async function readWorkbook(zip: ZipFile): Promise<Workbook> {
  if (zip.names().some((name) => /vbaProject\.bin$|macrosheets\//i.test(name))) {
    throw new FileRefused('Tệp có macro nên không được nhận. Bạn lưu lại dạng “Excel Workbook (.xlsx)”.')
  }
  let from1904 = false
  let first: string | undefined
  const workbook = await zip.read('xl/workbook.xml')
  if (!workbook) throw new FileRefused('Tệp không phải bảng tính XLSX. Bạn mở bằng Excel rồi lưu dạng .xlsx.')
  await parseXml(workbook, {
    open: ({ name, attributes }) => {
      if (plainName(name) === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (plainName(name) !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      first ??= Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1]
    },
  })
  return { from1904, sheet: await pathOf(zip, first) }
}

async function pathOf(zip: ZipFile, id: string | undefined): Promise<string> {
  let target: string | undefined
  const relations = await zip.read('xl/_rels/workbook.xml.rels')
  if (relations) {
    await parseXml(relations, {
      open: ({ attributes }) => {
        if (id !== undefined && attributes.Id === id) target = attributes.Target
      },
    })
  }
  const path = target?.startsWith('/') ? target.slice(1) : `xl/${target}`
  if (target && zip.names().includes(path)) return path
  throw new FileRefused('Tệp không có trang tính nào đang hiện. Bạn kiểm tra rồi lưu lại.')
}

/** Texts that cells refer to by their place in this list. */
export async function readSharedTexts(zip: ZipFile): Promise<string[]> {
  const texts: string[] = []
  const chunks = await zip.read('xl/sharedStrings.xml')
  if (!chunks) return texts
  let current = ''
  let inText = false
  // Readings of East Asian words stand beside the text and are none of it.
  let inReading = false
  await parseXml(chunks, {
    open: ({ name }) => {
      const tag = plainName(name)
      if (tag === 'si') current = ''
      if (tag === 'rPh') inReading = true
      if (tag === 't') inText = true
    },
    text: (text) => {
      if (inText && !inReading && current.length < limits.cellLength) current += text
    },
    close: ({ name }) => {
      const tag = plainName(name)
      if (tag === 'si') texts.push(current)
      if (tag === 'rPh') inReading = false
      if (tag === 't') inText = false
    },
  })
  return texts
}
