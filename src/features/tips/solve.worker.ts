import type { Challenge } from '#contract/proof-of-work.ts'
import { solveInSteps } from './solve.ts'

addEventListener('message', ({ data: challenge }: MessageEvent<Challenge>) => {
  for (const numbers of solveInSteps(challenge)) postMessage(numbers)
})
