import { paths } from '#src/lib/paths.ts'
import { LinkCard } from '#src/ui/card.tsx'
import { Section } from '#src/ui/section.tsx'

/** For who has no code at hand. */
export function OtherWays() {
  return (
    <Section title="Cách khác">
      <div className="stack">
        <LinkCard
          to={paths.scanSlip()}
          icon="scan"
          title="Quét mã trên giấy hẹn"
          text="Mở ngay, không cần nhập số"
        />
        <LinkCard
          to={paths.myApplications()}
          icon="person"
          title="Hồ sơ của tôi"
          text="Tìm mọi hồ sơ bằng số điện thoại Zalo"
        />
      </div>
    </Section>
  )
}
