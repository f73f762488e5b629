import type { Unit } from '#contract/unit.ts'

export function AboutUnit({ unit: { name, area, history, demo } }: { unit: Unit }) {
  return (
    <div className="stack">
      <p>
        Đơn vị: {name}, {area}.
      </p>
      {history && <p>{history}</p>}
      {demo && <p>Ứng dụng đang chạy với dữ liệu minh họa. Người và việc trong đó không có thật.</p>}
    </div>
  )
}
