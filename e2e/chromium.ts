import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

const whole = '/usr/bin/chromium'
/** Debian's browser without windows: half the processor time, and no camera. */
const windowless = '/usr/bin/chromium-headless-shell'

/** The system's Chromium: nothing is downloaded for a test run. */
export function launchChromium(): Promise<Browser> {
  return launch(existsSync(windowless) ? windowless : whole)
}

/** Its camera shows what an MJPEG file holds, over and over. */
export function launchWithCamera(film: string): Promise<Browser> {
  return launch(whole, ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`])
}

function launch(path: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? path,
    args: [...flags, '--disable-sync', '--no-first-run', ...more],
  })
}
