import type { ReactNode } from 'react'
import type { AreaMap, Served } from '#contract/areas.ts'
import type { Unit } from '#contract/unit.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { HotlineList } from '#src/ui/hotline-list.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { midSentence } from './area-choice.ts'
import { AskStation } from './ask-station.tsx'
import { RememberStation } from './remember-station.tsx'

interface ServedAnswerProps {
  served: Exclude<Served, { kind: 'by-quarter' }>
  map: AreaMap
  unit: Unit
}

/** Honest about where our knowledge ends: then it says whom to ask. */
export function ServedAnswer({ served, map, unit }: ServedAnswerProps) {
  switch (served.kind) {
    case 'by-us':
      return (
        <>
          <Notice tone="success" title={`${served.ward.police} phục vụ bạn`}>
            <p>Nơi bạn ở nay thuộc {midSentence(served.ward.name)}.</p>
          </Notice>
          <ButtonLink icon="station" fullWidth to={paths.station(served.station)}>
            Xem giờ tiếp dân và đường đi
          </ButtonLink>
          <RememberStation id={served.station} />
        </>
      )
    case 'by-others':
      return (
        <Elsewhere unit={unit} title={`${served.ward.police} phục vụ bạn`}>
          <p>
            Nơi bạn ở nay thuộc {midSentence(served.ward.name)}. Ứng dụng này chưa có giờ và địa chỉ của nơi
            đó.
          </p>
        </Elsewhere>
      )
    case 'in-part':
      return (
        <Elsewhere unit={unit} title={`Một phần nay thuộc ${midSentence(served.ward.name)}`}>
          <p>
            Phần đó do {midSentence(served.ward.police)} phục vụ. Phần còn lại thuộc nơi khác, ứng dụng chưa
            có danh sách.
          </p>
          <p>Bạn hỏi người phụ trách khu phố hoặc ấp nơi mình ở.</p>
        </Elsewhere>
      )
    case 'unsure':
      return (
        <>
          <Notice tone="warning" title="Chưa rõ khu phố của bạn thuộc phường nào">
            <p>Nơi này được chia cho {served.wards.map(({ name }) => midSentence(name)).join(' và ')}.</p>
            <p>Danh sách khu phố chưa được công bố. Bạn hỏi người phụ trách khu phố nơi mình ở.</p>
          </Notice>
          {/* 113 is not for this question. */}
          {(unit.dutyPhone || unit.officialAccountId) && <AskStation unit={unit} />}
        </>
      )
    case 'unlisted':
      return (
        <Elsewhere unit={unit} title="Ứng dụng chưa biết nơi bạn ở">
          <p>Danh sách chỉ có các phường, xã mà {map.source} sắp xếp quanh đây.</p>
          <p>Bạn hỏi người phụ trách khu phố hoặc ấp nơi mình ở.</p>
        </Elsewhere>
      )
  }
}

function Elsewhere({ unit, title, children }: { unit: Unit; title: string; children: ReactNode }) {
  return (
    <>
      <Notice tone="info" title={title}>
        {children}
      </Notice>
      <p>Hỏi về thủ tục, bạn gọi được các số này từ bất cứ đâu:</p>
      <HotlineList hotlines={unit.hotlines} limit={2} />
    </>
  )
}
