import { GuideGroup, type GuideSummary } from '#contract/guides.ts'

export const groupNames: Record<GuideGroup, string> = {
  'can-cuoc': 'Căn cước',
  'dinh-danh': 'Định danh điện tử, VNeID',
  'cu-tru': 'Cư trú',
  'lien-quan': 'Thủ tục khác',
}

export interface GroupOfGuides {
  group: GuideGroup
  name: string
  guides: GuideSummary[]
}

/** In the contract's order; a group without guides is not there. */
export function groupsOf(guides: readonly GuideSummary[]): GroupOfGuides[] {
  return GuideGroup.options
    .map((group) => ({
      group,
      name: groupNames[group],
      guides: guides.filter((guide) => guide.group === group),
    }))
    .filter((group) => group.guides.length > 0)
}
