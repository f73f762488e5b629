import { Badge } from './badge.tsx'

/** On everything invented, so that nobody takes it for news or for a file. */
export function DemoMark() {
  return <Badge tone="warning">Dữ liệu minh họa</Badge>
}
