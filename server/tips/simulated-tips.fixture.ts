/** A fixed sequence: the same flood in every run. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    // xorshift32
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const who = [
  'Tổ trưởng chuyền may',
  'Ông bảo vệ ca đêm',
  'Một nhóm người lạ',
  'Anh lái xe nâng',
  'Chủ nhà trọ',
  'Bà bán cơm',
  'Hai thanh niên',
  'Người môi giới việc làm',
  'Nhân viên kho',
  'Một phụ nữ đeo khẩu trang',
]
const what = [
  'cho công nhân vay nóng lãi rất cao',
  'thu tiền giữ chỗ làm rồi không nhận ai',
  'bán ma túy cho người trẻ',
  'ghi số đề trong giờ nghỉ',
  'lấy trộm vải và linh kiện',
  'đe dọa người đòi nợ lương',
  'xả nước thải màu đen ra rạch',
  'nấu ăn bằng thịt có mùi',
  'tổ chức đánh bài ăn tiền',
  'chụp ảnh giấy tờ của công nhân',
]
const where = [
  'sau bãi xe cổng số 2',
  'ở dãy trọ cuối hẻm',
  'trong quán nước đối diện xưởng',
  'gần cây xăng đầu đường',
  'tại căng tin tầng trệt',
  'bên bờ rạch phía sau nhà máy',
  'ở lán công trình bỏ trống',
  'trước tiệm cầm đồ',
  'trong phòng nghỉ của tổ',
  'ở ngã ba có cây bàng',
]
const when = [
  'mỗi tối sau ca ba',
  'từ đầu tháng trước',
  'hôm qua lúc tan ca',
  'cứ cuối tuần là có',
  'đã ba lần trong tuần này',
  'vào ngày lĩnh lương',
  'khi trời vừa tối',
  'sáng nay trước giờ vào ca',
  'gần như ngày nào cũng vậy',
  'từ sau lễ đến nay',
]
const more = [
  'Tôi sợ nên không dám nói với ai.',
  'Nhiều người biết nhưng không ai báo.',
  'Có lần họ mang theo dao.',
  'Em tôi cũng bị mất tiền.',
  'Xe của họ màu đỏ, không có biển số.',
  'Họ bảo có người quen che chở.',
  'Tôi có ghi lại số điện thoại.',
  'Camera của xưởng có quay được.',
  'Họ đổi chỗ khi thấy người lạ.',
  'Mong được giữ kín tên tôi.',
  'Có cả trẻ em ở đó.',
  'Tôi nghe chị cùng tổ kể lại.',
]

/** What people write: each says it in words of their own. */
export function honestText(random: (below: number) => number): string {
  const pick = (words: readonly string[]) => words[random(words.length)]!
  const order = random(3)
  const parts = [pick(who), pick(what), pick(where), pick(when)]
  const first =
    order === 0
      ? parts.join(' ')
      : order === 1
        ? `${parts[3]}, ${parts[0]} ${parts[1]} ${parts[2]}`
        : `${parts[2]}: ${parts[0]} ${parts[1]}, ${parts[3]}`
  return `${first}. ${pick(more)} ${pick(more)} Khoảng ${random(50) + 2} người.`
}

const templates = [
  'Công ty {x} ở đường số {n} làm ăn gian dối, lừa đảo hàng nghìn khách hàng, đề nghị công an vào cuộc điều tra ngay lập tức, không được bao che cho kẻ xấu, người dân rất bức xúc và mất lòng tin.',
  'Khẩn cấp: đối tượng {x} số điện thoại {n} đang phát tán tin giả khắp nơi, yêu cầu bắt giữ ngay, ai biết thì chia sẻ tin này cho mọi người cùng biết để cảnh giác kẻo bị mất tiền oan.',
  'Tôi tố cáo ông {x} nhà số {n} nuôi chó thả rông, hát karaoke suốt đêm làm cả xóm mất ngủ, đã nhắc nhiều lần nhưng không chịu sửa, đề nghị xử phạt thật nặng để làm gương cho người khác.',
]
const names = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hạnh', 'Khánh', 'Long', 'Minh', 'Phúc']

/** What a program writes: few templates with names and numbers filled in. */
export function templateText(random: (below: number) => number): string {
  const text = templates[random(templates.length)]!
  return text
    .replace('{x}', `${names[random(names.length)]!} ${names[random(names.length)]!}`)
    .replace('{n}', String(random(1_000_000)))
}

const syllables = [who, what, where, when, more].flat().flatMap((text) => text.split(' '))

/** What a cleverer program writes: other words each time, so that no two resemble each other. */
export function wordSalad(random: (below: number) => number): string {
  return Array.from({ length: 25 + random(20) }, () => syllables[random(syllables.length)]).join(' ')
}
