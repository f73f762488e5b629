import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { wordPath, type FieldPath, type Problem } from './problems.ts'

/** One YAML file as read, with a way to say where in it something is wrong. */
export interface ContentFile {
  /** Relative to the content folder. */
  name: string
  /** Undefined when the file is missing or is not YAML; the problem is then already noted. */
  value: unknown
  note: (path: FieldPath, message: string) => void
}

/** Reads one file below `dir`; what is wrong with it goes to `problems`. */
export function readContentFile(dir: string, name: string, problems: Problem[]): ContentFile {
  const path = join(dir, name)
  const lines = new LineCounter()
  const exists = existsSync(path)
  // The core schema knows no dates: days stay the text that the editor wrote.
  const document = parseDocument(exists ? readFileSync(path, 'utf8').normalize('NFC') : '', {
    schema: 'core',
    lineCounter: lines,
  })

  const lineOf = (field: FieldPath): number | null => {
    // What is missing has no line of its own: name its nearest parent's.
    for (let length = field.length; length > 0; length -= 1) {
      const node = document.getIn(field.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return null
  }
  const note = (field: FieldPath, message: string) => {
    problems.push({ file: name, line: lineOf(field), field: wordPath(field), message })
  }

  if (!exists) note([], 'is missing')
  for (const error of document.errors) {
    const line = error.linePos?.[0].line ?? null
    problems.push({ file: name, line, field: '', message: `is not valid YAML: ${error.code}` })
  }
  const readable = exists && document.errors.length === 0
  return { name, value: readable ? document.toJS() : undefined, note }
}
