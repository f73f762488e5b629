import type { FastifyInstance, FastifyRequest } from 'fastify'
import { largestFile, largestPart, tipFiles } from '#contract/tip-files.ts'
import { callerOf } from '../http/caller.ts'
import { serve } from '../http/serve.ts'
import { removeFile } from './remove-file.ts'
import { startFile } from './start-file.ts'
import { takePart } from './take-part.ts'
import { takeWhole } from './take-whole.ts'
import type { TipFileIntake } from './tip-file-intake.ts'

/** What succeeds leaves no line in the log, as with tips. */
const options = { limit: { max: 3000, perMinutes: 60 }, quiet: true }
/** The smallest parts of many files: what they may hold is counted in bytes. */
const partOptions = { limit: { max: 60_000, perMinutes: 60 }, quiet: true, largest: largestPart }

const from = ({ ip }: FastifyRequest) => callerOf(ip)

export function tipFileRoutes(app: FastifyInstance, intake: TipFileIntake): void {
  serve(
    app,
    tipFiles.start,
    ({ body, request }) => startFile(intake, { ...body, address: from(request) }),
    options,
  )
  serve(
    app,
    tipFiles.part,
    ({ query, body, request }) =>
      takePart(intake, { token: query.token, offset: Number(query.offset), address: from(request) }, body),
    partOptions,
  )
  serve(
    app,
    tipFiles.whole,
    ({ query, body, request }) => takeWhole(intake, { ...query, address: from(request) }, body),
    {
      ...options,
      largest: largestFile.video,
    },
  )
  serve(app, tipFiles.remove, ({ body }) => removeFile(intake, body), options)
}
