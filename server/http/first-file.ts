import type { IncomingHttpHeaders } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { ApiError } from './api-error.ts'

/** The first file of a multipart form, under whatever field name, as it arrives. Its name is looked at by nobody. */
export function firstFile(headers: IncomingHttpHeaders, body: Readable, largest: number): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const form = openForm(headers, largest)
    let file: Readable | undefined
    form.once('file', (_name, stream) => {
      file = stream
      // Who reads it hears of the error as well; without a listener it would end the process.
      stream.on('error', () => undefined)
      resolve(stream)
    })
    pipeline(body, form, (error) => {
      if (error) file?.destroy(new ApiError('invalid'))
      // Also when the form ends and held no file. After `resolve` it changes nothing.
      reject(new ApiError('invalid'))
    })
  })
}

function openForm(headers: IncomingHttpHeaders, largest: number): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      // One byte more tells that it is too long.
      limits: { files: 1, fileSize: largest + 1, fieldSize: 1024, parts: 20, headerSize: 8192 },
      isPartAFile: (_, type, name) => name !== undefined || (type !== undefined && !type.startsWith('text/')),
    })
  } catch {
    throw new ApiError('invalid')
  }
}
