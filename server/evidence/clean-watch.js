// A thread beside the decoders, which may hold the process's own for good.
import { workerData } from 'node:worker_threads'

const everyMs = 100

setInterval(() => {
  // Whose server was killed has nobody to answer.
  if (process.ppid !== workerData.server) process.kill(process.pid, 'SIGKILL')
  // Decoders take most of it outside the heap. It looks like a crash, so the file counts as broken.
  if (process.memoryUsage.rss() > workerData.mostBytes) process.kill(process.pid, 'SIGABRT')
}, everyMs)
