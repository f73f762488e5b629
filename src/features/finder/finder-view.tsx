import type { ReactNode } from 'react'
import type { FinderTree } from '#contract/finder.ts'
import type { Answered, Outcome } from '#contract/finder-engine.ts'
import { AnswerList } from '#src/ui/answer-list.tsx'
import { Button } from '#src/ui/button.tsx'
import { JumpLinks } from '#src/ui/jump-links.tsx'
import { Section } from '#src/ui/section.tsx'
import { FinderQuestion } from './finder-question.tsx'
import { useFinderSteps } from './use-finder-steps.ts'

interface FinderViewProps {
  tree: FinderTree
  /** What stands at the end of the questions, above the answers that led there. */
  children: (outcome: Outcome, takesFocus: boolean) => ReactNode
}

/** One question at a time, and below it what was answered. */
export function FinderView({ tree, children }: FinderViewProps) {
  const { shown, step, chosen, moved, choose, edit, back, restart } = useFinderSteps(tree)
  return (
    <>
      {shown.kind === 'outcome' ? (
        <>
          <div className="finder__jump screen-only">
            <JumpLinks
              label="Trong trang này"
              links={[{ anchor: 'da-tra-loi', text: 'Xem, sửa câu trả lời' }]}
            />
          </div>
          {children(shown, moved)}
        </>
      ) : (
        <FinderQuestion
          tree={tree}
          question={shown.question}
          step={step}
          chosen={chosen}
          takesFocus={moved}
          onChoose={choose}
        />
      )}
      {shown.answered.length > 0 && (
        <Answers answered={shown.answered} onEdit={edit} onRestart={restart}>
          {shown.kind === 'question' && (
            <Button kind="secondary" icon="back" onClick={back}>
              Câu trước
            </Button>
          )}
        </Answers>
      )}
    </>
  )
}

interface AnswersProps {
  answered: readonly Answered[]
  onEdit: (index: number) => void
  onRestart: () => void
  children: ReactNode
}

function Answers({ answered, onEdit, onRestart, children }: AnswersProps) {
  const answers = answered.map(({ question, option }) => ({ question: question.text, answer: option.label }))
  return (
    <div className="screen-only">
      <Section title="Bạn đã trả lời" anchor="da-tra-loi">
        <AnswerList answers={answers} onEdit={onEdit} />
        <div className="button-row">
          {children}
          <Button kind="quiet" onClick={onRestart}>
            Trả lời lại từ đầu
          </Button>
        </div>
        <p className="finder__hint">Câu trả lời chỉ lưu trên máy này, không gửi cho đơn vị.</p>
      </Section>
    </div>
  )
}
