import { formatDayWithWeekday } from '#contract/day.ts'
import type { Guide } from '#contract/guides.ts'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { Section } from '#src/ui/section.tsx'

/** Where all this comes from and how fresh it is. Addresses are text: Zalo opens only pages agreed with it. */
export function GuideOrigin({ guide }: { guide: Guide }) {
  return (
    <Section title={guide.legalBasis.length > 0 ? 'Căn cứ pháp luật' : 'Nguồn và ngày kiểm tra'}>
      {guide.legalBasis.length > 0 && (
        <ul className="guide__lines">
          {guide.legalBasis.map((law) => (
            <li key={law}>{law}</li>
          ))}
        </ul>
      )}
      <Disclosure title="Nguồn tham khảo">
        <ul className="guide__lines">
          {guide.sources.map(({ title, address }) => (
            <li key={title}>
              {title}
              {address && <span className="guide__address">{address}</span>}
            </li>
          ))}
        </ul>
      </Disclosure>
      <p className="guide__note">
        {guide.code && `Mã thủ tục: ${guide.code}. `}
        Áp dụng từ {formatDayWithWeekday(guide.validFrom)}
        {guide.validUntil && ` đến hết ${formatDayWithWeekday(guide.validUntil)}`}. Nội dung được kiểm tra{' '}
        {formatDayWithWeekday(guide.checkedOn)}. Kỳ kiểm tra tới: {formatDayWithWeekday(guide.recheckBy)}.
      </p>
    </Section>
  )
}
