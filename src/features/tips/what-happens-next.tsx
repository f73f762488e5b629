import { Section } from '#src/ui/section.tsx'

/** Duties and terms: BLTTHS Điều 145–147, TTLT 01/2017 (amended 01/2021) Điều 7, 14. A term holds for reports of crime. */
const forAll = [
  'Công an phải tiếp nhận mọi tin báo, không được từ chối. Tin được ghi vào sổ.',
  'Công an phường kiểm tra ban đầu. Tin về tội phạm được chuyển cơ quan điều tra trong 24 giờ.',
]
const decision = 'Cơ quan điều tra xem xét tin về tội phạm trong 20 ngày. Vụ phức tạp có thể lâu hơn.'

const named = [
  ...forAll,
  'Trong 3 ngày làm việc, bạn được báo việc tiếp nhận tin.',
  decision,
  'Bạn được báo kết quả trong 3 ngày kể từ khi có quyết định.',
  'Bạn có quyền được giữ bí mật, được bảo vệ và khiếu nại.',
]
const anonymous = [
  ...forAll,
  decision,
  'Bạn gửi ẩn danh, nên chúng tôi không thể gọi cho bạn. Bạn dùng mã để xem trả lời.',
]

/** The terms of criminal procedure are not those of a complaint. */
const complaint = [
  'Tin đã chuyển thẳng lên cấp trên của công an phường. Công an phường không đọc được.',
  'Cấp trên xem xét và quyết định cách giải quyết. Bạn dùng mã để xem trả lời.',
]

interface WhatHappensNextProps {
  named: boolean
  aboutOfficer: boolean
}

export function WhatHappensNext({ named: isNamed, aboutOfficer }: WhatHappensNextProps) {
  const lines = aboutOfficer ? complaint : isNamed ? named : anonymous
  return (
    <Section title="Điều gì xảy ra sau khi gửi">
      {!aboutOfficer && <p>Các thời hạn dưới đây áp dụng cho tin về tội phạm.</p>}
      <ol className="tip-steps">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {!aboutOfficer && (
        <p className="tip-small">
          Theo Bộ luật Tố tụng hình sự, Điều 145 đến 147, và Thông tư liên tịch 01/2017.
        </p>
      )}
    </Section>
  )
}
