// The thread in which files are cleaned. Plain JavaScript, because a thread begins without the loader of TypeScript.
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { cleanFile } = await import('./clean-file.ts')
// From here on, what goes wrong is the file's fault.
parentPort.postMessage('ready')
parentPort.on('message', (bytes) => {
  // It never fails: what a file leads to is its answer.
  void cleanFile(Buffer.from(bytes)).then((cleaned) => parentPort.postMessage(cleaned))
})
