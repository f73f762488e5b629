import { dayOf } from '#contract/day.ts'
import type { FinderOption, FinderQuestion as Question, FinderTree } from '#contract/finder.ts'
import { questionsLeft } from '#contract/finder-engine.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { useTakenFocus } from '#src/ui/use-taken-focus.ts'
import './finder.css'

interface FinderQuestionProps {
  tree: FinderTree
  question: Question
  /** How many questions were answered before this one. */
  step: number
  chosen: string | undefined
  /** It took the place of another question: focus goes on from here. */
  takesFocus: boolean
  onChoose: (option: string) => void
}

export function FinderQuestion({ tree, question, step, chosen, takesFocus, onChoose }: FinderQuestionProps) {
  const heading = useTakenFocus(takesFocus ? question : undefined)
  return (
    <div className="stack">
      <Progress step={step} {...questionsLeft(tree, question)} />
      <h2 ref={heading} tabIndex={-1} id="finder-question" className="finder__question">
        {question.text}
      </h2>
      {question.hint && <p className="finder__hint">{question.hint}</p>}
      <ul className="finder__options plain-list" aria-labelledby="finder-question">
        {question.options.map((option) => (
          <li key={option.id}>
            <OptionButton option={option} chosen={option.id === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {step === 0 && (
        <ButtonLink kind="quiet" to={paths.guides()}>
          Việc khác: xem tất cả thủ tục
        </ButtonLink>
      )}
    </div>
  )
}

/** `most` is a promise that can only become better: no path from here is longer. */
function Progress({ step, most, least }: { step: number; most: number; least: number }) {
  const total = step + most
  return (
    <div className="finder__progress">
      <p>
        Câu {step + 1}/{total}
        {least < most && <span className="finder__hint"> (có thể ít hơn)</span>}
      </p>
      <div className="finder__bar" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span key={index} className={index <= step ? 'finder__part finder__part--done' : 'finder__part'} />
        ))}
      </div>
    </div>
  )
}

interface OptionButtonProps {
  option: FinderOption
  chosen: boolean
  onChoose: (option: string) => void
}

/** The whole card takes the tap while the button keeps a short name. */
function OptionButton({ option: { id, label, hint, age }, chosen, onChoose }: OptionButtonProps) {
  const hints = [hint, age && bornWords(age)].filter(Boolean).join(' ')
  return (
    <div className={chosen ? 'finder__option finder__option--chosen' : 'finder__option'}>
      <div className="finder__words">
        <button
          type="button"
          className="finder__label"
          aria-pressed={chosen}
          aria-describedby={hints ? `finder-${id}` : undefined}
          onClick={() => onChoose(id)}
        >
          {label}
        </button>
        {hints && (
          <p id={`finder-${id}`} className="finder__hint">
            {hints}
          </p>
        )}
      </div>
      <Icon name={chosen ? 'check' : 'chevron'} size="1.25rem" />
    </div>
  )
}

function bornWords(age: number): string {
  return `Năm nay là người sinh năm ${Number(dayOf(new Date()).slice(0, 4)) - age}.`
}
