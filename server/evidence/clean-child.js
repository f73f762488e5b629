// The process in which files are cleaned. Plain JavaScript, because it begins without the loader of TypeScript.
import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

process.once('disconnect', () => process.exit())
// Who stops the server often signals all of its group. The server says when this process ends, or a file would count as
// one that ended it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
// Of a crash no memory is dumped: the original may lie in it. When memory is short this process goes before others.
tellKernel('coredump_filter', '0')
tellKernel('oom_score_adj', '1000')

register()
const { cleanFile } = await import('./clean-file.ts')
const bounds = { server: process.ppid, mostBytes: Number(process.argv[2]) * 1024 * 1024 }
const watch = new Worker(new URL('clean-watch.js', import.meta.url), { workerData: bounds })
watch.unref()
// From here on, what goes wrong is the file's fault.
process.send('ready')
process.on('message', (bytes) => {
  // It never fails: what a file leads to is its answer.
  void cleanFile(bytes).then((cleaned) => process.send(cleaned))
})

/** Where there is such a kernel. */
function tellKernel(name, value) {
  try {
    writeFileSync(`/proc/self/${name}`, value)
  } catch {}
}
