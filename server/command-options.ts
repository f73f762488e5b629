import { parseArgs, type ParseArgsConfig } from 'node:util'

/** What a command was given. Ends it with its usage where it was given what it does not know. */
export function commandOptions<const T extends ParseArgsConfig>(usage: string, config: T) {
  try {
    return parseArgs(config)
  } catch {
    process.stderr.write(`${usage}\n`)
    return process.exit(2)
  }
}
