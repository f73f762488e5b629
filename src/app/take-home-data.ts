import * as v from 'valibot'
import { NewsPage } from '#contract/news.ts'
import { Unit } from '#contract/unit.ts'
import { useNewestNews } from '#src/features/news/news.resource.ts'
import { useUnit } from '#src/lib/unit.ts'

const HomeData = v.object({ unit: Unit, news: NewsPage })

/** What the preview's server drew Home from: the app shows the same at once. False where nobody drew, as inside Zalo. */
export function takeHomeData(): boolean {
  const sent = v.safeParse(HomeData, read())
  if (!sent.success) return false
  useUnit.keep(undefined, sent.output.unit)
  useNewestNews.keep(undefined, sent.output.news)
  return true
}

function read(): unknown {
  try {
    return JSON.parse(document.getElementById('home-data')?.textContent ?? 'null')
  } catch {
    return undefined
  }
}
