import type { VideoCodec } from 'mediabunny'

/** What an encoder writes about itself between the pictures (SEI), by codec. None of it is needed to decode them. */
const isRemark: Partial<Record<VideoCodec, (head: number) => boolean>> = {
  avc: (head) => (head & 0x1f) === 6,
  hevc: (head) => [39, 40].includes((head >> 1) & 0x3f),
}

/** How many bytes say the length of each unit, as the decoder's configuration has it. */
function lengthSize(codec: VideoCodec, config: Uint8Array): number {
  const at = codec === 'avc' ? 4 : 21
  if (config[at] === undefined) throw new Error('No decoder configuration')
  return (config[at] & 3) + 1
}

/** Takes the remarks out of one packet. */
export function packetStripper(
  codec: VideoCodec,
  config: Uint8Array | undefined,
): (data: Uint8Array) => Uint8Array {
  const remark = isRemark[codec]
  if (!remark) return (data) => data
  if (!config) throw new Error('No decoder configuration')
  const size = lengthSize(codec, config)
  return (data) => Buffer.concat(unitsOf(data, size).filter((unit) => !remark(unit[size] ?? 0)))
}

/** Each with its length in front. */
function unitsOf(data: Uint8Array, size: number): Uint8Array[] {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const units: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const next = at + size + bytes.readUIntBE(at, size)
    if (next > bytes.length) throw new Error('A unit longer than its packet')
    units.push(bytes.subarray(at, next))
    at = next
  }
  return units
}

/** The arrays of an HEVC configuration may hold remarks too. */
export function stripConfig(codec: VideoCodec, config: Uint8Array): Uint8Array {
  if (codec !== 'hevc') return config
  const bytes = Buffer.from(config)
  const kept: Buffer[] = []
  let at = 23
  for (let array = 0; array < bytes.readUInt8(22); array += 1) {
    const from = at
    const count = bytes.readUInt16BE(at + 1)
    at += 3
    for (let unit = 0; unit < count; unit += 1) at += 2 + bytes.readUInt16BE(at)
    if (![39, 40].includes(bytes[from]! & 0x3f)) kept.push(bytes.subarray(from, at))
  }
  const head = Buffer.from(bytes.subarray(0, 23))
  head[22] = kept.length
  return Buffer.concat([head, ...kept])
}
