import type { AreaMap } from '#contract/areas.ts'
import { formatDay } from '#contract/day.ts'
import { fold } from '#contract/fold.ts'
import type { SearchEntry } from '#contract/search.ts'
import type { Hotline, Station } from '#contract/unit.ts'
import type { Content, FormRecord, GuideRecord } from '../content/content.ts'
import type { AppPage } from '../content/pages-file.ts'
import { areaNames } from './area-names.ts'

/** Everything in `content/` that can be found. */
export function contentEntries({ guides, forms, pages, unit, areas, searchWords }: Content): SearchEntry[] {
  const { kinds } = searchWords
  return [
    ...guides.map(guideEntry),
    ...unit.stations.map((station) =>
      stationEntry(station, [...(kinds.station ?? []), ...areaNames(areas, station.id)]),
    ),
    ...unit.hotlines.map((hotline) => hotlineEntry(hotline, kinds.hotline ?? [])),
    ...forms.map(formEntry),
    ...pages.map((page) => pageEntry(page, areas)),
  ]
}

function guideEntry(guide: GuideRecord): SearchEntry {
  const { slug, title, summary, keywords, abolished, handledBy } = guide
  const lines = [guide.forWhom, guide.when, guide.documents.map(({ text }) => text), guide.steps]
  const rest = [...lines.flat(), guide.online, ...guide.places, handledBy, guide.time?.text, ...guide.notes]
  return {
    ...{ kind: 'guide', id: slug, title, text: summary, path: `/guides/${slug}`, phone: null },
    ...(abolished && { abolished: true }),
    keywords,
    words: eachOnce(rest),
  }
}

function stationEntry(
  { id, name, address, hours, serves, note, closes }: Station,
  words: string[],
): SearchEntry {
  const services = hours.map(({ service, text }) => `${service}: ${text}`)
  return {
    ...{
      kind: 'station',
      id,
      title: name,
      text: closes ? `Ngừng tiếp dân từ ngày ${formatDay(closes.on)}.` : (address ?? services[0] ?? ''),
      path: `/stations/${id}`,
      phone: null,
    },
    // Who looks for just any station wants one that stays open.
    ...(closes && { abolished: true }),
    keywords: closes ? serves : [...words, ...serves],
    words: eachOnce([...services, note, closes?.note]),
  }
}

function hotlineEntry({ id, label, purpose, phone }: Hotline, words: string[]): SearchEntry {
  return {
    ...{ kind: 'hotline', id, title: label, text: purpose, path: null, phone },
    // Also in the groups in which people read a number out.
    keywords: [phone, ...words, ...words.map((word) => `${word} ${label}`)],
    words: eachOnce(phone.match(/\d{4}/g) ?? []),
  }
}

function formEntry({ id, name, title, purpose, filledBy, fields }: FormRecord): SearchEntry {
  return {
    ...{ kind: 'form', id, title: `${name}: ${title}`, text: purpose, path: `/forms#${id}`, phone: null },
    keywords: [name, `mẫu ${name}`, `phiếu ${name}`, `tờ khai ${name}`, title],
    words: eachOnce([filledBy, ...fields]),
  }
}

function pageEntry({ areaNames: named, keywords, ...page }: AppPage, areas: readonly AreaMap[]): SearchEntry {
  const names = named ? areaNames(areas, null) : []
  return { ...page, kind: 'page', phone: null, keywords: [...keywords, ...names], words: '' }
}

/** The folded words of some texts: enough to be found by, a third of their size. */
function eachOnce(texts: readonly (string | null | undefined)[]): string {
  const words = fold(texts.filter(Boolean).join(' ')).split(/[^a-z0-9]+/)
  return Array.from(new Set(words.filter(Boolean))).join(' ')
}
