import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { dayOf } from '#contract/day.ts'
import { Day } from '#contract/text.ts'
import { commandOptions } from './command-options.ts'
import { checkContent } from './content/check-content.ts'
import { routesIn } from './content/links.ts'
import { reportOn } from './content/report.ts'

const root = join(import.meta.dirname, '..')
const usage = 'npm run content:check -- [FOLDER] [--strict] [--on YYYY-MM-DD]'
const { values, positionals } = commandOptions(usage, {
  allowPositionals: true,
  options: {
    // Records past their re-check fail too: before an opening, or in a weekly job.
    strict: { type: 'boolean', default: false },
    // As seen on another day: what will be due when the unit is closed for Tết?
    on: { type: 'string' },
  },
})

if (values.on !== undefined && !v.is(Day, values.on)) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}

const dir = positionals[0] ?? join(root, 'content')
const today = values.on ?? dayOf(new Date())
const routes = routesIn(readFileSync(join(root, 'src/app/routes.tsx'), 'utf8'))
const { text, failed } = reportOn(await checkContent(dir, { today, routes }), today, values.strict)

process.stdout.write(`${text}\n`)
process.exitCode = failed ? 1 : 0
