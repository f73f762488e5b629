import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { dayOf } from '#contract/day.ts'
import { isClosedOn } from '#contract/stations.ts'
import { commandOptions } from './command-options.ts'
import { loadContent } from './content/load-content.ts'
import { drawSheet } from './stations/qr-sheet.ts'
import { findStationLink } from './stations/station-link.ts'

/** `npm run qr -- <station>`: the sheet to hang up, as `qr-<station>.pdf` or under the name given with `--out`. */
async function makeSheet(id: string | undefined, out: string | undefined): Promise<string> {
  const { unit } = await loadContent(join(import.meta.dirname, '../content'))
  const open = unit.stations.filter((station) => !isClosedOn(station, dayOf(new Date())))
  const station = open.find((one) => one.id === id)
  if (!station) throw new Error(`Name one of these stations: ${open.map((one) => one.id).join(', ')}`)
  const { ZALO_APP_ID: appId, PUBLIC_URL: publicUrl, NODE_ENV, PORT } = process.env
  const link = findStationLink(station.id, { appId, publicUrl })
  if (!link && NODE_ENV === 'production') {
    throw new Error('Set ZALO_APP_ID or PUBLIC_URL: a printed code must lead where citizens reach the app.')
  }
  const sample = `http://127.0.0.1:${PORT || 8080}/?station=${station.id}`
  const file = resolve(out ?? `qr-${station.id}.pdf`)
  await writeFile(file, await drawSheet({ name: station.name, link: link ?? sample, sample: !link }))
  const warning = 'A sample: set ZALO_APP_ID or PUBLIC_URL to get one that may be hung up.\n'
  return `${file}\n${link ?? sample}\n${link ? '' : warning}`
}

const { values, positionals } = commandOptions('npm run qr -- STATION [--out FILE.pdf]', {
  allowPositionals: true,
  options: { out: { type: 'string' } },
})
try {
  process.stdout.write(await makeSheet(positionals[0], values.out))
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
