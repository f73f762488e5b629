import type { KeptMonths } from '#contract/tips.ts'
import { useTipFormOffer } from './tip-form.resource.ts'
import './tips.css'

const always = [
  'Những điều bạn đã ghi và chọn ở trên, được mã hóa.',
  'Loại việc, việc có đang xảy ra không và điểm tiếp dân đi kèm, để chia việc cho cán bộ.',
  'Vị trí trên bản đồ chỉ khi bạn bấm lấy, làm tròn khoảng 100 mét.',
  'Giờ nhận tin, tính đến phút.',
  'Một mã ngẫu nhiên để tin không bị ghi hai lần.',
]
const withFiles = [
  'Ảnh, video và PDF: được mã hóa, chỉ cán bộ được giao mới mở được.',
  'Số tệp, loại và dung lượng từng tệp.',
  'Vị trí, tên máy và giờ chụp ghi trong ảnh, video bị xóa trước khi lưu.',
]
const withName = 'Tên và số điện thoại của bạn: được mã hóa và cất riêng.'

/** Exactly what the server stores, said before sending and for the chosen way. A change there is a change here. */
export function WhatIsKept({ named, files }: { named: boolean; files: boolean }) {
  const kept = [...always, ...(files ? withFiles : []), ...(named ? [withName] : [])]
  return (
    <div className="tip-kept">
      <h3>Chúng tôi lưu</h3>
      <ul>
        {kept.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <HowLong />
      <h3>Chúng tôi không lưu</h3>
      {named ? (
        <p>Chúng tôi không lưu tài khoản Zalo và địa chỉ mạng của bạn.</p>
      ) : (
        <>
          <p>Chúng tôi không lưu tài khoản Zalo, số điện thoại, địa chỉ mạng của bạn.</p>
          <p>
            Tin ẩn danh có thể không được xử lý nếu thiếu thông tin để xác minh. Chúng tôi cũng không thể báo
            lại kết quả. Muốn ẩn danh, bạn đừng ghi tên mình trong nội dung.
            {files && ' Bạn cũng xem lại ảnh có lộ mặt, nhà hay biển số xe của mình không.'}
          </p>
        </>
      )}
    </div>
  )
}

/** The periods are the unit's own and come with the form; without them nothing is promised. */
function HowLong() {
  const { remote } = useTipFormOffer()
  if (remote.kind !== 'ready') return null
  return (
    <>
      <h3>Lưu trong bao lâu</h3>
      <ul>
        {periodsOf(remote.data.keptMonths).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function periodsOf({ usual, passedOn }: KeptMonths): string[] {
  return [
    usual === null
      ? 'Tin và tệp kèm theo được lưu theo quy định về hồ sơ, không tự xóa.'
      : `Tin và tệp kèm theo được lưu tối đa ${usual} tháng, tính từ lần xử lý hoặc trao đổi cuối.`,
    passedOn === null
      ? 'Tin đã chuyển cơ quan có thẩm quyền được lưu theo hồ sơ vụ việc.'
      : `Tin đã chuyển cơ quan có thẩm quyền được lưu tối đa ${passedOn} tháng.`,
  ]
}
