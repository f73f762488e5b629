import './tips.css'

/** Many tips come from one place at once; the phone shows by some work that a person is behind this one. */
export function WorkSign({ done, of }: { done: number; of: number }) {
  return (
    <div className="stack">
      <p role="status">Nhiều tin đang gửi cùng lúc. Máy bạn tính vài giây rồi tự gửi tiếp.</p>
      <progress className="tip-progress" aria-label="Máy đang tính" value={done} max={of} />
    </div>
  )
}
