import type { Guide } from '#contract/guides.ts'
import { JumpLinks } from '#src/ui/jump-links.tsx'

/** The four questions of somebody about to leave home. */
export function GuideJumps({ guide }: { guide: Guide }) {
  const links = [
    { anchor: 'can-mang', text: 'Cần mang theo', there: guide.documents.length > 0 },
    { anchor: 'cac-buoc', text: 'Các bước', there: guide.steps.length > 0 },
    { anchor: 'noi-lam', text: 'Nơi làm', there: guide.places.length > 0 },
    { anchor: 'le-phi', text: 'Lệ phí', there: guide.fees.length > 0 || guide.feeNote !== null },
  ].filter(({ there }) => there)
  return links.length > 1 ? <JumpLinks label="Trong trang này" links={links} /> : null
}
