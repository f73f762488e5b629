import { useEffect, useRef } from 'react'
import { createQrReader } from '#src/lib/qr-reader.ts'
import './camera-scanner.css'

export type CameraProblem = 'denied' | 'none'

interface CameraScannerProps {
  label: string
  /** Called for every code that is seen. */
  onRead: (text: string) => void
  onProblem: (problem: CameraProblem) => void
}

/** Between two looks at the picture; a phone's processor needs the pause more than the person. */
const pause = 250

/** The camera's picture until a code is read. Mounting it asks for the camera: mount it on a tap. */
export function CameraScanner({ label, onRead, onProblem }: CameraScannerProps) {
  const video = useRef<HTMLVideoElement>(null)
  const handlers = useRef({ onRead, onProblem })
  handlers.current = { onRead, onProblem }
  useEffect(() => {
    const view = video.current
    const abort = new AbortController()
    if (view) void scan(view, abort.signal, handlers.current).catch(() => handlers.current.onProblem('none'))
    return () => abort.abort()
  }, [])
  return <video ref={video} className="camera-scanner" aria-label={label} muted playsInline />
}

async function scan(
  view: HTMLVideoElement,
  signal: AbortSignal,
  { onRead, onProblem }: Pick<CameraScannerProps, 'onRead' | 'onProblem'>,
): Promise<void> {
  const stream = await openCamera()
  if (typeof stream === 'string') return onProblem(stream)
  try {
    view.srcObject = stream
    await view.play()
    const read = await createQrReader()
    while (!signal.aborted) {
      const text = await read(view)
      if (text && !signal.aborted) onRead(text)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

async function openCamera(): Promise<MediaStream | CameraProblem> {
  // Missing in old browsers and on pages without https.
  if (!navigator.mediaDevices?.getUserMedia) return 'none'
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  } catch (error) {
    return error instanceof Error && error.name === 'NotAllowedError' ? 'denied' : 'none'
  }
}
