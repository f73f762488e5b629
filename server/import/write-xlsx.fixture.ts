import { strToU8, zipSync } from 'fflate'
import { columnName } from './table.ts'

export type Written = string | number | null | { formula: string; shown: number } | { error: string }

export interface Sheet {
  /** By row number, from 1; rows between are missing, as spreadsheet programs leave them out. */
  rows: Record<number, Written[]>
  merged?: string[]
  from1904?: boolean
  /** More files in the zip, to make it unusual. */
  extra?: Record<string, string>
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** The smallest workbook that Excel opens: texts in the shared list, as Excel writes them. */
export function writeXlsx({ rows, merged = [], from1904 = false, extra = {} }: Sheet): Buffer {
  const texts = new Map<string, number>()
  const sheetData = Object.entries(rows)
    .map(
      ([row, cells]) =>
        `<row r="${row}">${cells.map((cell, column) => cellXml(cell, column, row, texts)).join('')}</row>`,
    )
    .join('')
  const mergedXml =
    merged.length > 0
      ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : ''
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Hồ sơ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${mergedXml}</worksheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    ...extra,
  }
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  return Buffer.from(zipSync(Object.fromEntries(packed), { mtime: new Date(2026, 0, 1), level: 6 }))
}

function cellXml(cell: Written, column: number, row: string, texts: Map<string, number>): string {
  const place = `r="${columnName(column)}${row}"`
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`
  if (typeof cell === 'string') {
    if (!texts.has(cell)) texts.set(cell, texts.size)
    return `<c ${place} t="s"><v>${texts.get(cell)}</v></c>`
  }
  if ('error' in cell) return `<c ${place} t="e"><v>${cell.error}</v></c>`
  return `<c ${place}><f>${escape(cell.formula)}</f><v>${cell.shown}</v></c>`
}
