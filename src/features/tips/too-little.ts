import { traceKinds, type TipFields } from './tip-fields.ts'

const longStory = 300

/** What an officer would ask first. Said once before sending, never a reason to refuse. */
export function missingIn(fields: TipFields): string[] {
  if (fields.text.trim().length >= longStory) return []
  const hasPlace =
    !fields.placeUnknown && Boolean(fields.place.trim() || fields.quarter.trim() || fields.point)
  const hasTime = fields.happening === 'yes' || (!fields.timeUnknown && fields.time.trim() !== '')
  const hasTraces = traceKinds.some((kind) => fields[kind].some((each) => each.trim() !== ''))
  const hasWho = Boolean(fields.people.trim() || fields.victims.trim()) || hasTraces
  const missing = [
    !hasPlace && !hasTraces && 'Nơi xảy ra việc: đường, khu phố, nơi dễ nhận ra gần đó.',
    !hasTime && 'Thời gian, hoặc giờ việc này thường xảy ra.',
    !hasWho && 'Người liên quan: tên, đặc điểm, biển số xe, số điện thoại.',
  ].filter((line) => line !== false)
  return missing.length >= 2 ? missing : []
}
