import type { TipMessage } from '#contract/tip-thread.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { Section } from '#src/ui/section.tsx'
import { messageWords } from './thread-words.ts'
import './tips.css'

/** Oldest first, as people talk. What the sender wrote stays hidden until the content is asked for. */
export function ThreadMessages({ messages }: { messages: readonly TipMessage[] }) {
  return (
    <Section title="Trao đổi">
      {messages.length === 0 ? (
        <p>Chưa có trả lời. Bạn quay lại xem sau bằng mã này.</p>
      ) : (
        <ol className="tip-messages plain-list">
          {messages.map(({ id, kind, at, text }) => (
            <li key={id} className={kind === 'addition' ? 'tip-message tip-message--own' : 'tip-message'}>
              <p className="tip-message__head">
                <strong>{messageWords[kind]}</strong> <span className="tip-small">{formatInstant(at)}</span>
              </p>
              {text && <p className="tip-words">{text}</p>}
              {!text && kind === 'addition' && <p className="tip-small">Nội dung đang ẩn.</p>}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
