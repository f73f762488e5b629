import {
  type AudioCodec,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  type VideoCodec,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import type { Cleaned } from './cleaned.ts'
import { forgetTimes, requireWhole } from './mp4-boxes.ts'
import { packetStripper, stripConfig } from './strip-packets.ts'

/** What each container may hold; of these we know that a packet holds picture or sound and nothing else. */
const known = {
  mp4: { video: ['avc', 'hevc', 'av1', 'vp9'], audio: ['aac', 'opus', 'mp3'] },
  webm: { video: ['vp8', 'vp9', 'av1'], audio: ['opus'] },
} as const satisfies Record<string, { video: VideoCodec[]; audio: AudioCodec[] }>

/** None that would fetch more from somewhere. */
const formats = [MP4, QTFF, WEBM, MATROSKA]

/**
 * Copies the packets of the first picture and the first sound into a new file. Not one box of the old one comes along:
 * no place, no device, no names, no further tracks. Nothing is encoded anew, so nothing is lost for evidence.
 */
export async function cleanVideo(bytes: Buffer, type: 'mp4' | 'webm'): Promise<Cleaned> {
  if (type === 'mp4') requireWhole(bytes)
  const input = new Input({ formats, source: new BufferSource(bytes) })
  const video = await input.getPrimaryVideoTrack()
  if ((await input.getTracks()).length === 0) throw new Error('No track')
  // Sound alone.
  if (!video) return { refusal: 'unknown-type' }
  const audio = await input.getPrimaryAudioTrack()
  const isKnown = (codecs: readonly string[], codec: string | null) =>
    codec !== null && codecs.includes(codec)
  if (!isKnown(known[type].video, await video.getCodec())) return { refusal: 'unknown-video' }
  if (audio && !isKnown(known[type].audio, await audio.getCodec())) return { refusal: 'unknown-video' }
  const copied = Buffer.from(await copy(video, audio, type))
  return { kind: 'video', bytes: type === 'mp4' ? forgetTimes(copied) : copied }
}

async function copy(video: InputVideoTrack, audio: InputAudioTrack | null, type: 'mp4' | 'webm') {
  const format = type === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat()
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const videoSource = new EncodedVideoPacketSource((await video.getCodec())!)
  output.addVideoTrack(videoSource, { rotation: await video.getRotation() })
  const audioSource = audio && new EncodedAudioPacketSource((await audio.getCodec())!)
  if (audioSource) output.addAudioTrack(audioSource)
  await output.start()
  await Promise.all([
    copyVideo(video, videoSource),
    ...(audio && audioSource ? [copyAudio(audio, audioSource)] : []),
  ])
  await output.finalize()
  if (!target.buffer) throw new Error('Nothing was written')
  return target.buffer
}

async function copyVideo(track: InputVideoTrack, source: EncodedVideoPacketSource): Promise<void> {
  const codec = (await track.getCodec())!
  const config = (await track.getDecoderConfig())!
  const description = config.description && bytesOf(config.description)
  const strip = packetStripper(codec, description)
  const decoderConfig = { ...config, ...(description && { description: stripConfig(codec, description) }) }
  let count = 0
  for await (const packet of new EncodedPacketSink(track).packets()) {
    await source.add(packet.clone({ data: strip(packet.data), sideData: {} }), { decoderConfig })
    count += 1
  }
  if (count === 0) throw new Error('No picture')
  source.close()
}

async function copyAudio(track: InputAudioTrack, source: EncodedAudioPacketSource): Promise<void> {
  const decoderConfig = (await track.getDecoderConfig())!
  for await (const packet of new EncodedPacketSink(track).packets())
    await source.add(packet.clone({ sideData: {} }), { decoderConfig })
  source.close()
}

const bytesOf = (source: AllowSharedBufferSource) =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
