import { lockFolder } from './folder-lock.ts'

// Takes the lock of the folder in its argument and holds it until it is killed.
await lockFolder(process.argv[2] ?? '.')
process.stdout.write('locked\n')
setInterval(() => undefined, 60_000)
