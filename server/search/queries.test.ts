import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadContent } from '../content/load-content.ts'
import { loadDemo } from '../content/load-demo.ts'
import { insertArticle } from '../news/news.repo.ts'
import { startTestServer } from '../testing/start-test-server.ts'

/** What people type, and what must stand first. `CC-02/CC-03`: either, the question leaves it open. */
const table: Record<string, readonly (readonly [typed: string, first: string])[]> = {
  'the card: first, lost, broken, expired': [
    ['lam lai cccd bi mat', 'CC-05'],
    ['mất chứng minh thư', 'CC-05'],
    ['mat can cuoc', 'CC-05'],
    ['mất thẻ', 'CC-05'],
    ['bị rớt căn cước', 'CC-05'],
    ['rớt bóp mất cccd thì làm sao', 'CC-05'],
    ['tôi bị mất cccd giờ muốn làm lại thì cần giấy tờ gì', 'CC-05'],
    ['cccd bị gãy', 'CC-05'],
    ['thẻ bị hư', 'CC-05'],
    ['cccd mờ không quét được', 'CC-05'],
    ['lỗi chip cccd', 'CC-05'],
    ['bị móc túi mất hết giấy tờ', 'CC-05'],
    ['làm cccd lần đầu', 'CC-01'],
    ['lam can cuoc', 'CC-01'],
    ['đủ 14 tuổi làm căn cước', 'CC-01'],
    ['đổi cmnd sang cccd', 'CC-01'],
    ['cmnd con xai duoc khong', 'CC-01'],
    ['cccd hết hạn', 'CC-04'],
    ['căn cước quá hạn', 'CC-04'],
    ['doi the can cuoc', 'CC-04'],
    ['25 tuổi đổi thẻ', 'CC-04'],
    ['đổi căn cước do sáp nhập', 'CC-04'],
    ['đổi địa chỉ trên căn cước', 'CC-04'],
    ['thẻ in sai tên', 'CC-04'],
    ['số cmnd cũ xác nhận', 'CC-08'],
    ['giấy xác nhận cmnd 9 số', 'CC-08'],
    ['tích hợp bằng lái vào căn cước', 'CC-07'],
    ['sai ngày sinh trong dữ liệu dân cư', 'CC-06'],
    ['vneid sai thông tin', 'CC-06'],
    ['sai quê quán', 'CC-06'],
    ['người gốc việt không quốc tịch', 'CC-09'],
    ['trích lục thông tin dân cư', 'CC-10'],
  ],
  children: [
    ['căn cước cho bé', 'CC-02/CC-03'],
    ['làm cccd cho con', 'CC-02/CC-03'],
    ['cccd cho con 10 tuổi', 'CC-02/CC-03'],
    ['thẻ căn cước trẻ em dưới 6 tuổi', 'CC-03'],
    ['căn cước trẻ sơ sinh', 'CC-03'],
    ['can cuoc cho hoc sinh', 'CC-02'],
    ['nhập hộ khẩu cho con mới sinh', 'CU-12'],
    ['con mới đẻ làm giấy tờ gì', 'CU-12'],
    ['liên thông khai sinh', 'CU-12'],
  ],
  residence: [
    ['chuyen khau', 'CU-01'],
    ['nhập khẩu về nhà chồng', 'CU-01'],
    ['sổ hộ khẩu', 'CU-01'],
    ['đăng ký thường trú', 'CU-01'],
    ['dk thuong tru', 'CU-01'],
    ['dang ky tam tru cho sinh vien thue tro', 'CU-02'],
    ['tam tru', 'CU-02'],
    ['làm kt3', 'CU-02'],
    ['công nhân ở trọ đăng ký gì', 'CU-02'],
    ['giấy tạm trú', 'CU-02'],
    ['gia han tam tru', 'CU-03'],
    ['tạm trú hết hạn', 'CU-03'],
    ['kt3 het han', 'CU-03'],
    ['khách ngủ lại có phải báo không', 'CU-04'],
    ['khai bao luu tru', 'CU-04'],
    ['nhà nghỉ khai báo khách', 'CU-04'],
    ['tạm vắng', 'CU-05'],
    ['đi làm xa có phải khai báo', 'CU-05'],
    ['tách khẩu', 'CU-06'],
    ['ly hôn tách hộ khẩu', 'CU-06'],
    ['xin giấy xác nhận cư trú', 'CU-07'],
    ['ct07', 'CU-07'],
    ['xác nhận nơi ở', 'CU-07'],
    ['đổi chủ hộ', 'CU-08'],
    ['sai địa chỉ thường trú', 'CU-08'],
    ['cắt hộ khẩu', 'CU-09'],
    ['xoá hộ khẩu người đã mất', 'CU-09'],
    ['người thuê dọn đi', 'CU-10'],
    ['xóa tạm trú', 'CU-10'],
    ['không có hộ khẩu', 'CU-11'],
    ['so ho khau bi mat', 'CU-07/CU-01'],
    ['mất sổ hộ khẩu', 'CU-07/CU-01'],
  ],
  VNeID: [
    ['vneid muc 2', 'ID-02'],
    ['định danh mức 2', 'ID-02'],
    ['kích hoạt vneid', 'ID-02'],
    ['căn cước điện tử', 'ID-02'],
    ['cài vneid', 'ID-01'],
    ['dinh danh muc 1', 'ID-01'],
    ['vneid bị khóa', 'ID-03'],
    ['mở khoá tài khoản định danh', 'ID-03'],
    ['mất điện thoại khóa vneid', 'ID-03/khoa-tai-khoan-vneid'],
  ],
  'what others than the ward decide': [
    ['ly lich tu phap', 'LQ-01'],
    ['lí lịch tư pháp', 'LQ-01'],
    ['làm giấy tiền án tiền sự', 'LQ-01'],
    ['cà vẹt xe', 'LQ-02'],
    ['sang tên xe máy', 'LQ-02'],
    ['bien so xe', 'LQ-02'],
    ['lam passport', 'LQ-03'],
    ['mất hộ chiếu', 'LQ-03'],
    ['đổi bằng lái xe', 'LQ-04'],
    ['gplx hết hạn', 'LQ-04'],
    ['tra phạt nguội', 'LQ-05'],
    ['cán bộ vòi tiền', 'LQ-06'],
    ['tố cáo cán bộ công an', 'LQ-06'],
  ],
  'how it is typed': [
    ['caan cuowcs', 'CC-01'],
    ['ca8n cu7o7c1', 'CC-01'],
    ['dd9aeng ký tạm trú', 'CU-02'],
    ['maats chuwngs minh thuw', 'CC-05'],
    ['ddawng kys tamj trus', 'CU-02'],
    ['hooj chieeus', 'LQ-03'],
    ['d9ang7 ky1 thuong2 tru1', 'CU-01'],
    ['MẤT CĂN CƯỚC', 'CC-05'],
    ['mất căn cước'.normalize('NFD'), 'CC-05'],
    ['  mất   căn   cước??? ', 'CC-05'],
    ['cước căn mất', 'CC-05'],
    ['tamtru', 'CU-02'],
    ['mat cancuoc', 'CC-05'],
    ['chung mihn thu bi mat', 'CC-05'],
    ['can cuocc cho be', 'CC-02/CC-03'],
    ['hộ chiêu', 'LQ-03'],
    ['thuòng tru', 'CU-01'],
    ['thuowngf trus', 'CU-01'],
    ['pasport', 'LQ-03'],
    ['tạm tr', 'CU-02'],
    ['khai báo tạm v', 'CU-05'],
  ],
  'one sound, two spellings': [
    ['đăng kí xe', 'LQ-02'],
    ['dang ki xe', 'LQ-02'],
    ['đăng ký xe', 'LQ-02'],
    ['dawng kis xe', 'LQ-02'],
    ['đăng kí tạm trú', 'CU-02'],
    ['dang ki thuong tru', 'CU-01'],
    ['lí lịch', 'LQ-01'],
    ['xác nhận lý lịch', 'LQ-01'],
  ],
  fees: [
    ['lệ phí làm căn cước', 'CC-01/CC-04/CC-05'],
    ['le phi can cuoc', 'CC-01/CC-04/CC-05'],
    ['công dân số', 'mien-le-phi-cong-dan-so/CC-04'],
    ['cong dan so mien phi', 'mien-le-phi-cong-dan-so/CC-04'],
  ],
  'which station serves me': [
    ['điểm nào phục vụ tôi', 'diem-phuc-vu-toi'],
    ['diem nao phuc vu toi', 'diem-phuc-vu-toi'],
    ['nơi tôi ở thuộc công an phường nào', 'diem-phuc-vu-toi'],
    ['toi thuoc phuong nao', 'diem-phuc-vu-toi'],
    ['Thới Hòa', 'diem-phuc-vu-toi'],
    ['thoi hoa', 'diem-phuc-vu-toi'],
    ['phường thới hoà', 'diem-phuc-vu-toi'],
    ['Chánh Phú Hòa', 'diem-phuc-vu-toi'],
    ['chanh phu hoa', 'diem-phuc-vu-toi'],
    ['An Điền', 'diem-phuc-vu-toi'],
    ['xã an điền', 'diem-phuc-vu-toi'],
    ['công an phường thới hòa', 'diem-phuc-vu-toi'],
    ['công an tân định', 'diem-phuc-vu-toi'],
    ['hiệp an', 'diem-phuc-vu-toi'],
    // Split between two wards: only its khu phố tells.
    ['mỹ phước', 'diem-phuc-vu-toi'],
  ],
  'places and numbers': [
    ['công an bến cát', 'ben-cat'],
    ['giờ làm việc', 'ben-cat'],
    ['thứ bảy có làm việc không', 'ben-cat'],
    ['bến cát', 'ben-cat'],
    ['phường bến cát', 'ben-cat'],
    ['xã tân hưng', 'ben-cat'],
    ['lai hưng', 'ben-cat'],
    ['113', 'canh-sat-113'],
    ['cháy nhà gọi số nào', 'chua-chay-114'],
    ['cứu hỏa', 'chua-chay-114'],
    ['xe cấp cứu', 'cap-cuu-115'],
    ['trẻ em bị bạo hành', 'tre-em-111'],
    ['1900 0368', 'can-cuoc-vneid'],
    ['19000368', 'can-cuoc-vneid'],
    ['tổng đài vneid', 'can-cuoc-vneid'],
    ['so dien thoai csgt', 'giao-thong'],
    ['báo ma túy', 'ma-tuy'],
  ],
  'forms and pages of the app': [
    ['tờ khai ct01', 'ct01'],
    ['mau dc02', 'dc02'],
    ['phiếu tk01', 'tk01'],
    ['mẫu đơn', 'mau-phieu'],
    ['tố giác', 'bao-tin'],
    ['to giac toi pham', 'bao-tin'],
    ['báo tin', 'bao-tin'],
    ['bị trộm xe', 'bao-tin'],
    ['bao cong an hang xom danh bac', 'bao-tin'],
    ['tra cứu hồ sơ', 'tra-cuu-ho-so'],
    ['hồ sơ của tôi tới đâu rồi', 'tra-cuu-ho-so'],
    ['cccd lam xong chua', 'tra-cuu-ho-so'],
    ['chữ to', 'cai-dat'],
    ['không biết làm thủ tục nào', 'hoi-de-biet'],
  ],
  news: [
    ['giả danh công an', 'gia-danh-cong-an-cai-vneid'],
    ['chuyển nhầm tiền', 'chuyen-nham-tien'],
    ['viec nhe luong cao', 'viec-nhe-luong-cao'],
    ['phao no', 'phao-no-dip-cuoi-nam'],
    ['vay nóng qua app', 'vay-nong-tin-dung-den'],
    ['lệnh bắt qua tin nhắn', 'tin-nhan-lenh-bat-gia'],
    ['sạc xe điện', 'sac-xe-dien-qua-dem'],
    ['nghỉ lễ 24/11', 'nghi-le-ngay-van-hoa-viet-nam'],
    ['nhặt được ví', 'tra-lai-vi-nhat-duoc'],
    ['trộm xe máy', 'trom-xe-may-khu-tro/bao-tin'],
    ['dau tu lai cao', 'dau-tu-lai-cao'],
  ],
}

const contentDir = join(import.meta.dirname, '../../content')
let portal: Awaited<ReturnType<typeof startTestServer>>
let guideIds: Map<string, string>

beforeAll(async () => {
  portal = await startTestServer()
  const { guides } = await loadContent(contentDir)
  guideIds = new Map(guides.map(({ slug, id }) => [slug, id]))
  const { articles } = await loadDemo(contentDir, new Date('2026-11-23T03:00:00Z'))
  for (const article of articles) await insertArticle(portal.db, { ...article, cover: null, demo: true })
})
afterAll(() => portal.close())

for (const [about, queries] of Object.entries(table)) {
  test.for(queries)(`${about}: “%s” → %s`, async ([typed, first]) => {
    const found = await portal.client.search.find({ query: { q: typed } })
    const names = found.ok
      ? found.data.results.map(({ id, kind }) => (kind === 'guide' ? guideIds.get(id) : id))
      : []
    expect(first.split('/'), `in this order: ${names.join(', ')}`).toContain(names[0])
  })
}

test('every example that the app offers finds a guide first', async () => {
  const { searchWords } = await loadContent(contentDir)
  for (const q of searchWords.examples) {
    const found = await portal.client.search.find({ query: { q } })
    expect(found.ok && found.data.results[0]?.kind, q).toBe('guide')
  }
})

test('the table is long enough to mean something', () => {
  expect(Object.values(table).flat().length).toBeGreaterThanOrEqual(80)
})
