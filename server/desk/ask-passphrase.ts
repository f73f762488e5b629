import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { CommandError } from './officer-command.ts'

interface Terminal {
  input: Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown }
  say: (text: string) => void
}

/** Twice and without showing it on a terminal; one line from anything else. */
export async function askPassphrase(terminal: Terminal, question: string): Promise<string> {
  if (!terminal.input.isTTY) return firstLine(terminal)
  const first = await typed(terminal, question)
  if ((await typed(terminal, 'Once more:  ')) === first) return first
  throw new CommandError('The two passphrases differ: start again.')
}

async function firstLine({ input }: Terminal): Promise<string> {
  for await (const line of createInterface({ input })) return line
  throw new CommandError('No passphrase came from the standard input.')
}

function typed({ input, say }: Terminal, question: string): Promise<string> {
  say(question)
  // Raw: the terminal shows nothing of what is typed, and hands us each sign.
  input.setRawMode?.(true)
  return new Promise((resolve, reject) => {
    let text = ''
    const decoder = new TextDecoder()
    const end = (settle: () => void) => {
      input.off('data', onData)
      input.setRawMode?.(false)
      input.pause()
      say('\n')
      settle()
    }
    const onData = (part: Buffer) => {
      for (const sign of decoder.decode(part, { stream: true })) {
        if (sign === '\r' || sign === '\n') return end(() => resolve(text))
        if (sign === '\u0003' || sign === '\u0004') return end(() => reject(new CommandError('Stopped.')))
        if (sign === '\u007f' || sign === '\b') text = Array.from(text).slice(0, -1).join('')
        else text += sign
      }
    }
    input.on('data', onData)
    input.resume()
  })
}
