import { ApplicationStatus, enteredFrom } from '#contract/application-status.ts'
import { nameKey } from './name-key.ts'

/** How offices call the states; the first name is ours. Words that may mean two states are left out on purpose. */
const names: Record<ApplicationStatus, readonly [string, ...string[]]> = {
  received: ['Đã tiếp nhận', 'Tiếp nhận', 'Mới tiếp nhận', 'Chờ xử lý'],
  need_more: [
    'Cần bổ sung',
    'Chờ bổ sung',
    'Chờ bổ sung hồ sơ',
    'Yêu cầu bổ sung',
    'Yêu cầu bổ sung hồ sơ',
    'Bổ sung hồ sơ',
  ],
  in_progress: ['Đang xử lý', 'Đang giải quyết', 'Đang thụ lý'],
  forwarded: ['Đã chuyển cấp trên', 'Chuyển cấp trên', 'Đã chuyển hồ sơ lên cấp trên'],
  printed: ['Đã có kết quả, đang chuyển về', 'Đã in thẻ', 'Đã in', 'Đang chuyển về'],
  ready: ['Mời đến nhận', 'Chờ trả kết quả', 'Chờ nhận kết quả', 'Chờ công dân nhận', 'Sẵn sàng trả'],
  mailed: ['Đã gửi bưu điện', 'Gửi bưu điện', 'Chuyển phát'],
  delivered: ['Đã trả kết quả', 'Đã trả', 'Đã nhận kết quả'],
  rejected: ['Từ chối giải quyết', 'Từ chối', 'Không giải quyết'],
}

const statuses = new Map<string, ApplicationStatus>(
  ApplicationStatus.options.flatMap((status) => [
    ...[status, ...names[status]].map((name) => [nameKey(name), status] as const),
  ]),
)

export const statusName = (status: ApplicationStatus): string => names[status][0]
export const allStatusNames = (): string =>
  ApplicationStatus.options.map((each) => `“${names[each][0]}”`).join(', ')
export const readStatus = (text: string): ApplicationStatus | undefined => statuses.get(nameKey(text))

/**
 * The states to pass through from one to another, by allowed transitions, the shortest way; undefined when there is
 * none. A list made once a week skips states that the file must have been in.
 */
export function wayTo(from: ApplicationStatus, to: ApplicationStatus): ApplicationStatus[] | undefined {
  let ways: ApplicationStatus[][] = [[from]]
  const seen = new Set<ApplicationStatus>([from])
  while (ways.length > 0) {
    const found = ways.find((way) => way.at(-1) === to)
    if (found) return found.slice(1)
    ways = ways.flatMap((way) =>
      ApplicationStatus.options
        .filter((next) => enteredFrom[next].includes(way.at(-1)!) && !seen.has(next))
        .map((next) => {
          seen.add(next)
          return [...way, next]
        }),
    )
  }
  return undefined
}
