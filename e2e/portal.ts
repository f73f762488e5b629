import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export interface Portal {
  address: string
  /** Everything it printed so far. */
  output: () => string
  stop: () => Promise<void>
  kill: () => Promise<void>
}

/** Starts the server as a process of its own, as `npm start` does, and waits until it says where it listens. */
export async function startPortal(env: Record<string, string>): Promise<Portal> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    // Never the database of whoever runs the journeys: what it holds was sealed with other keys.
    env: { ...process.env, DATABASE_URL: '', NODE_ENV: 'development', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()))
  const address = await addressIn(child, () => output)
  return {
    address,
    output: () => output,
    stop: () => end(child, 'SIGINT'),
    kill: () => end(child, 'SIGKILL'),
  }
}

async function addressIn(child: ChildProcess, output: () => string): Promise<string> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const address = /http:\/\/[\d.:]+(?=\/)/.exec(output())?.[0]
    if (address) return address
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The portal did not start:\n${output()}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}
