import './tips.css'

const always = [
  'Những điều bạn đã ghi và chọn ở trên, được mã hóa.',
  'Loại việc, việc có đang xảy ra không và mã QR đã quét, để chia việc cho cán bộ.',
  'Vị trí trên bản đồ chỉ khi bạn bấm lấy, làm tròn khoảng 100 mét.',
  'Giờ nhận tin, tính đến phút.',
  'Một mã ngẫu nhiên để tin không bị ghi hai lần.',
]
const withFiles = [
  'Ảnh, video và PDF: được mã hóa, chỉ cán bộ được giao mới mở được.',
  'Vị trí, tên máy và giờ chụp ghi trong ảnh, video bị xóa trước khi lưu.',
  'Tệp được giữ cùng tin và bị xóa cùng lúc với tin.',
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
