import type { Challenge } from '#contract/proof-of-work.ts'
import { solveOne } from './solve.ts'

/** One message for each solved part, in order. */
addEventListener('message', ({ data: challenge }: MessageEvent<Challenge>) => {
  for (let part = 0; part < challenge.parts; part += 1) postMessage(solveOne(challenge, part))
})
