import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '#contract/day.ts'
import { commandOptions } from '../command-options.ts'
import { checkContent } from './check-content.ts'
import { routesIn } from './links.ts'
import { reportOn } from './report.ts'

const root = join(import.meta.dirname, '../..')
const { values, positionals } = commandOptions(
  'npm run content:check -- [FOLDER] [--strict] [--on YYYY-MM-DD]',
  {
    allowPositionals: true,
    options: {
      // Records past their re-check fail too: before an opening, or in a weekly job.
      strict: { type: 'boolean', default: false },
      // As seen on another day: what will be due when the unit is closed for Tết?
      on: { type: 'string' },
    },
  },
)

const dir = positionals[0] ?? join(root, 'content')
const today = values.on ?? dayOf(new Date())
const routes = routesIn(readFileSync(join(root, 'src/app/routes.tsx'), 'utf8'))
const { text, failed } = reportOn(await checkContent(dir, { today, routes }), today, values.strict)

process.stdout.write(`${text}\n`)
process.exitCode = failed ? 1 : 0
