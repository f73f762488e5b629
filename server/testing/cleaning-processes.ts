import { readdirSync, readFileSync } from 'node:fs'

/** The processes in which a server cleans files, as Linux tells them. */
export function cleaningProcesses(server = process.pid): number[] {
  const threads = readdirSync(`/proc/${server}/task`)
  const children = threads.flatMap((thread) =>
    read(`/proc/${server}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return children.filter((pid) => read(`/proc/${pid}/cmdline`).includes('clean-child.js'))
}

/** One that has ended and was not waited for is gone as well. */
export function isRunning(pid: number): boolean {
  const stat = read(`/proc/${pid}/stat`)
  return stat !== '' && !/\) [ZX] /.test(stat)
}

/** Seconds on a processor, of a hundred ticks each. */
export const workOf = (pid: number) =>
  Number(read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')[11] ?? 0) / 100

export const environmentOf = (pid: number) =>
  read(`/proc/${pid}/environ`)
    .split('\0')
    .map((line) => line.split('=')[0]!)
    .filter(Boolean)

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
