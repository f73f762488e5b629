import { parseXml } from './parse-xml.ts'
import { readCsv } from './read-csv.ts'
import { SheetReader } from './sheet-reader.ts'
import { FileRefused, limits, type Table } from './table.ts'
import { readSharedTexts, readWorkbook } from './workbook.ts'
import { ZipFile } from './zip-file.ts'

export interface ReadTable extends Table {
  from1904: boolean
}

/** What kind of file it is, its first bytes decide, not its name. */
export async function readTable(bytes: Buffer): Promise<ReadTable> {
  if (bytes.length > limits.fileBytes) {
    throw new FileRefused('Tệp lớn hơn 20 MB. Bạn bỏ hình và trang tính thừa, hoặc chia thành nhiều tệp.')
  }
  if (bytes.length === 0) throw new FileRefused('Tệp trống. Bạn chọn lại tệp.')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileRefused('Tệp là dạng .xls cũ hoặc có mật khẩu. Bạn bỏ mật khẩu, lưu lại dạng .xlsx.')
  }
  if (!startsWith(bytes, 0x50, 0x4b)) return { ...readCsv(bytes), from1904: false }
  const zip = await ZipFile.open(bytes)
  const { sheet, from1904 } = await readWorkbook(zip)
  const reader = new SheetReader(await readSharedTexts(zip))
  await parseXml((await zip.read(sheet))!, reader)
  return { ...reader.table, from1904 }
}

const startsWith = (bytes: Buffer, ...head: number[]) => head.every((byte, index) => bytes[index] === byte)
