import { useState } from 'react'
import { host } from '#src/lib/host.ts'
import { Button } from '#src/ui/button.tsx'
import './applications.css'

const address = 'dichvucong.gov.vn'

/** An address to be copied instead of a link: inside Zalo, links to other sites are not allowed. */
export function OfficialChannels() {
  const [words, setWords] = useState('')
  const copy = async () => {
    const { kind } = await host().copyText(`https://${address}`)
    setWords(kind === 'ok' ? 'Đã sao chép. Bạn dán vào trình duyệt.' : `Bạn nhập ${address} vào trình duyệt.`)
  }
  return (
    <div>
      <p>Kết quả chính thức xem trên VNeID hoặc Cổng Dịch vụ công Quốc gia.</p>
      <Button kind="quiet" icon="copy" onClick={() => void copy()}>
        Sao chép địa chỉ {address}
      </Button>
      <p role="status">{words}</p>
    </div>
  )
}
