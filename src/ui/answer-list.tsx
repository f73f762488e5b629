import './answer-list.css'
import { Button } from './button.tsx'

interface AnswerListProps {
  answers: readonly { question: string; answer: string }[]
  /** Leads back to the question at this place in the list. */
  onEdit?: ((index: number) => void) | undefined
}

/** What somebody answered so far. */
export function AnswerList({ answers, onEdit }: AnswerListProps) {
  return (
    <ol className="answer-list plain-list">
      {answers.map(({ question, answer }, index) => (
        <li key={question} className="answer-list__item">
          <div>
            <p className="answer-list__question">{question}</p>
            <p className="answer-list__answer">{answer}</p>
          </div>
          {onEdit && (
            <Button kind="quiet" onClick={() => onEdit(index)}>
              Sửa<span className="visually-hidden"> câu trả lời: {question}</span>
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
