import type { DemoApplication } from './content/content.ts'

/** What a person sees once the server listens: where to go and, in a demonstration, what to try. */
export function greeting(
  address: string,
  { preview, applications }: { preview: boolean; applications: readonly DemoApplication[] | undefined },
): string {
  const lines = [
    '',
    `  Mini App preview   ${preview ? `${address}/` : 'not built; run: npm run build'}`,
    `  API                ${address}/api/openapi.json`,
    '',
  ]
  if (!applications) return lines.join('\n')
  const rows = applications.map(({ code, factor, steps }) => {
    const last = steps.at(-1)
    return `    ${code.padEnd(24)} ${factor.padEnd(8)} ${last?.status ?? ''}`
  })
  return [
    ...lines,
    '  Demonstration with invented people and events (DEMO=off turns it off).',
    `  Follow an application at ${address}/applications`,
    `    ${'code'.padEnd(24)} ${'factor'.padEnd(8)} state`,
    ...rows,
    '',
    '  Ctrl-C stops the server. Data stay for the next start.',
    '',
  ].join('\n')
}
