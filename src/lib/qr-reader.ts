/** Reads one picture of the camera; undefined when it shows no QR. */
export type ReadQr = (video: HTMLVideoElement) => Promise<string | undefined>

interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type NativeClass = {
  new (options: { formats: string[] }): NativeDetector
  getSupportedFormats(): Promise<string[]>
}

/** A still larger picture is not read better, only slower. */
const widest = 720

/** The phone's own reader where it has one; otherwise a decoder that is fetched only now. */
export async function createQrReader(): Promise<ReadQr> {
  const native = (window as { BarcodeDetector?: NativeClass }).BarcodeDetector
  if (native && (await native.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const detector = new native({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue
  }
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    const scale = Math.min(1, widest / video.videoWidth)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    if (!context || canvas.width === 0) return undefined
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      // What the decoder throws when it sees no code.
      return undefined
    }
  }
}
