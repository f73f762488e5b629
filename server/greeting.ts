import { slipLink } from '#contract/slip-secret.ts'
import type { DemoApplication, DemoOfficer } from './content/content.ts'

/** An invented application with the secret of its slip. */
type Tryable = DemoApplication & { slip: string }

export interface ToTry {
  applications: readonly Tryable[]
  officers: readonly DemoOfficer[]
}

/** What a person sees once the server listens: where to go and, in a demonstration, what to try. */
export function greeting(
  address: string,
  { preview, demo }: { preview: boolean; demo: ToTry | undefined },
): string {
  const lines = [
    '',
    `  Mini App preview   ${preview ? `${address}/` : 'not built; run: npm run build'}`,
    `  API                ${address}/api/openapi.json`,
    '',
  ]
  if (!demo) return lines.join('\n')
  const row = (...columns: [string, string, string, string]) =>
    `    ${[12, 8, 12, 0].map((width, at) => (columns[at] ?? '').padEnd(width)).join(' ')}`
  const rows = demo.applications.map(({ code, factor, steps, slip }) =>
    row(code, factor, steps.at(-1)?.status ?? '', slip),
  )
  return [
    ...lines,
    '  Demonstration with invented people and events (DEMO=off turns it off).',
    `  Follow an application at ${address}/applications`,
    row('code', 'factor', 'state', 'secret of the slip'),
    ...rows,
    `  The QR of a slip leads to ${slipLink(address, '<its secret>')}`,
    '  Sign in as an invented officer: POST /api/desk/session',
    `    ${'login'.padEnd(24)} passphrase`,
    ...demo.officers.map(({ login, passphrase }) => `    ${login.padEnd(24)} ${passphrase}`),
    '',
    '  Ctrl-C stops the server. Data stay for the next start.',
    '',
  ].join('\n')
}
