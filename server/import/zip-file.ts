import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type Options, type ZipFile as Zip } from 'yauzl'
import { FileRefused } from './table.ts'

const mostEntries = 2_000
/** Far above 100,000 rows as XML. A file that grows beyond is made to fill a memory. */
const mostInflated = 150 * 1024 * 1024

const damaged = () =>
  new FileRefused('Tệp bị hỏng hoặc không phải bảng tính XLSX. Bạn lưu lại tệp rồi thử lại.')

/** What lies in a zip file, checked before anything is inflated. */
export class ZipFile {
  readonly #zip: Zip
  readonly #entries: Map<string, Entry>

  private constructor(zip: Zip, entries: Map<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  static async open(bytes: Buffer): Promise<ZipFile> {
    const open = promisify<Buffer, Options, Zip>(fromBuffer)
    try {
      const zip = await open(bytes, { lazyEntries: true, validateEntrySizes: true })
      return new ZipFile(zip, await listEntries(zip))
    } catch (error) {
      throw error instanceof FileRefused ? error : damaged()
    }
  }

  names(): string[] {
    return [...this.#entries.keys()]
  }

  /** The text of one entry, bit by bit; ends with an error when it inflates to more than it declares. */
  async read(name: string): Promise<AsyncIterable<string> | undefined> {
    const entry = this.#entries.get(name)
    if (!entry) return undefined
    const stream = await new Promise<Readable>((resolve, reject) =>
      this.#zip.openReadStream(entry, (error, stream) => (error ? reject(damaged()) : resolve(stream))),
    )
    return refusing(stream.setEncoding('utf8'))
  }
}

async function* refusing(stream: Readable): AsyncGenerator<string> {
  try {
    for await (const chunk of stream) yield chunk as string
  } catch {
    throw damaged()
  }
}

function listEntries(zip: Zip): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    let inflated = 0
    zip.on('entry', (entry: Entry) => {
      inflated += entry.uncompressedSize
      entries.set(entry.fileName, entry)
      if (inflated > mostInflated || entries.size > mostEntries) {
        reject(new FileRefused('Tệp giải nén ra quá lớn. Bạn chỉ giữ lại bảng hồ sơ rồi lưu tệp mới.'))
      } else if (entry.isEncrypted()) {
        reject(new FileRefused('Tệp có mật khẩu. Bạn bỏ mật khẩu rồi lưu lại.'))
      } else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}
