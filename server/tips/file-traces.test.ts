import { randomUUID } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tipDraft } from '../testing/builders.ts'
import { document } from '../testing/documents.ts'
import { dumpDatabase } from '../testing/dump-database.ts'
import { logLines } from '../testing/log-lines.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { phoneVideo } from '../testing/videos.ts'
import { contextOf } from './sealing.ts'

const { lines, stream } = logLines()
const now = new Date('2026-11-24T03:04:05.678Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({
    clock: () => now,
    // The loudest level there is: what is not even in there is nowhere.
    logger: { level: 'trace', base: null, stream },
    trustedProxies: 1,
    graph: { whoIs: async () => ({ ok: true, zaloUserId: '700100200' }) },
  })
})
afterAll(() => server.close())

const names = { picture: 'IMG_Lan_1994.jpg', video: 'VID_Lan_1994.mp4', document: 'Don_Lan_1994.pdf' }
const marks = {
  artist: 'Tran-Thi-Lan-EXIF',
  place: '11/1 8/1 5790/100',
  model: 'Redmi-Lan-9A',
  xmp: 'Tran-Thi-Lan-XMP',
  iptc: 'Tran-Thi-Lan-IPTC',
  videoPlace: '+11.1494+106.5975/',
  videoDevice: 'Redmi-Lan-Film',
  way: 'GPS-Lan 11.1494 106.5975',
  author: 'Tran-Thi-Lan-PDF',
}

/** A block of Photoshop with one line of IPTC, put behind the first two bytes. */
function withIptc(jpeg: Buffer, by: string): Buffer {
  const line = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, by.length]), Buffer.from(by)])
  const padded = line.length % 2 ? Buffer.concat([line, Buffer.alloc(1)]) : line
  const length = Buffer.alloc(4)
  length.writeUInt32BE(line.length)
  const block = Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), length, padded])
  const head = Buffer.from([0xff, 0xed, 0, 0])
  head.writeUInt16BE(block.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)])
}

async function evidence() {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${marks.xmp}"/></rdf:RDF></x:xmpmeta>`
  const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#123456' } })
    .withExif({
      IFD0: { Artist: marks.artist, Model: marks.model },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: marks.place },
    })
    .withXmp(xmp)
    .jpeg()
    .toBuffer()
  const film = { place: marks.videoPlace, device: marks.videoDevice, way: marks.way }
  return {
    picture: withIptc(picture, marks.iptc),
    video: phoneVideo(film),
    document: await document((pdf) => pdf.text('a').image(picture), { info: { Author: marks.author } }),
  }
}

test(
  'of pictures, films and documents nothing leads to who made them, and no name of a file is kept',
  { timeout: 90_000 },
  async () => {
    const files = await evidence()
    const { exif, xmp, iptc } = await sharp(files.picture).metadata()
    for (const block of [exif, xmp, iptc]) expect(block?.length).toBeGreaterThan(10)
    const phone = {
      remoteAddress: '198.51.100.7',
      method: 'POST' as const,
      headers: { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'Zalo/24.10 (iPhone; Lan)' },
    }
    const session = await server.app.inject({
      ...phone,
      url: '/api/session',
      payload: { accessToken: 'token-of-lan' },
    })
    const { token: bearer } = session.json<{ token: string }>()
    const signedIn = { ...phone, headers: { ...phone.headers, authorization: `Bearer ${bearer}` } }
    const draft = tipDraft()
    const { clientKey } = draft
    const tokens: string[] = []
    const start = async (size?: number) => {
      const payload = { clientKey, fileKey: randomUUID(), ...(size && { size }) }
      const answer = await server.app.inject({ ...signedIn, url: '/api/tips/files', payload })
      const { token } = answer.json<{ token: string }>()
      tokens.push(token, payload.fileKey)
      return token
    }
    for (const kind of ['picture', 'video', 'document'] as const) {
      // As Zalo's uploader does, before the tip is sent.
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(files[kind])]), names[kind])
      const request = new Request('http://a', { method: 'POST', body: form })
      const headers = { ...phone.headers, 'content-type': request.headers.get('content-type')! }
      const payload = Buffer.from(await request.arrayBuffer())
      const url = `/api/tips/files/whole?token=${await start()}`
      expect((await server.app.inject({ ...phone, headers, url, payload })).json()).toMatchObject({ kind })
    }
    const sent = await server.app.inject({ ...signedIn, url: '/api/tips', payload: draft })
    const { code } = sent.json<{ code: string }>()
    const query = `token=${await start(files.picture.length)}&offset=0`
    const headers = { ...signedIn.headers, 'content-type': 'application/octet-stream' }
    const part = { ...phone, headers, url: `/api/tips/files/parts?${query}`, payload: files.picture }
    expect((await server.app.inject(part)).json()).toMatchObject({ state: 'stored' })

    const rows = await server.db.query<{ id: number; name: string }>(
      'select id, name from tip_files order by id',
    )
    const folder = await readdir(server.evidenceDir)
    expect([...folder].sort()).toEqual(rows.map(({ name }) => name).sort())
    const sealed = await Promise.all(folder.map((name) => readFile(join(server.evidenceDir, name))))
    const opened = await Promise.all(
      rows.map(async ({ id, name }) =>
        server.vaults.content.open(await readFile(join(server.evidenceDir, name)), contextOf.file(id)),
      ),
    )
    expect(opened.map((bytes) => bytes.length > 200)).toEqual([true, true, true, true])
    const everything = Buffer.concat([
      await dumpDatabase(server.db),
      Buffer.from(lines.join('')),
      Buffer.from(folder.join()),
      ...sealed,
      ...opened,
    ])
    const traces = [
      ...Object.values(marks),
      ...Object.values(names),
      ...tokens,
      ...['Exif', 'xmpmeta', '8BIM', 'x264', 'Lan_1994', 'Lan)', '198.51.100', '203.0.113', 'iPhone'],
      ...[clientKey, code, 'token-of-lan', bearer],
    ]
    expect(traces.filter((trace) => everything.includes(trace))).toEqual([])
    // What was kept cannot be read without the vault, and no time is finer than a minute.
    for (const bytes of sealed)
      expect(['JFIF', '%PDF', 'ftyp'].filter((head) => bytes.includes(head))).toEqual([])
    for (const name of folder) expect((await stat(join(server.evidenceDir, name))).mtimeMs % 60_000).toBe(0)
    const [columns] = await server.db.query<{ times: number; tokens: number }>(
      `select count(*) filter (where begun_at <> date_trunc('minute', begun_at) or ended_at <> date_trunc('minute', ended_at))::int as times,
       count(token_hash)::int + count(size)::int as tokens from tip_files`,
    )
    expect(columns).toEqual({ times: 0, tokens: 0 })
    const answered = lines.map((line) => JSON.parse(line) as { route?: string; status?: number })
    expect(answered.filter(({ route, status }) => route?.startsWith('/api/tips') && status === 200)).toEqual(
      [],
    )
  },
)
