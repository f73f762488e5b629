import { slipLink } from '#contract/slip-secret.ts'
import type { DemoApplication } from './content/content.ts'

/** An invented application with the secret of its slip. */
export type Tryable = DemoApplication & { slip: string }

/** What a person sees once the server listens: where to go and, in a demonstration, what to try. */
export function greeting(
  address: string,
  { preview, applications }: { preview: boolean; applications: readonly Tryable[] | undefined },
): string {
  const lines = [
    '',
    `  Mini App preview   ${preview ? `${address}/` : 'not built; run: npm run build'}`,
    `  API                ${address}/api/openapi.json`,
    '',
  ]
  if (!applications) return lines.join('\n')
  const row = (...columns: [string, string, string, string]) =>
    `    ${[12, 8, 12, 0].map((width, at) => (columns[at] ?? '').padEnd(width)).join(' ')}`
  const rows = applications.map(({ code, factor, steps, slip }) =>
    row(code, factor, steps.at(-1)?.status ?? '', slip),
  )
  return [
    ...lines,
    '  Demonstration with invented people and events (DEMO=off turns it off).',
    `  Follow an application at ${address}/applications`,
    row('code', 'factor', 'state', 'secret of the slip'),
    ...rows,
    `  The QR of a slip leads to ${slipLink(address, '<its secret>')}`,
    '',
    '  Ctrl-C stops the server. Data stay for the next start.',
    '',
  ].join('\n')
}
