import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { FinderTree } from '#contract/finder.ts'
import { walk, type Walk } from '#contract/finder-engine.ts'
import { answerFinder, forgetAnswers, useFinder } from './finder.store.ts'

interface Place {
  /** How many questions lie before what is shown. */
  step: number
  /** Came here to change one answer: afterwards back to where the path is open. */
  editing?: boolean
}

function placeOf(state: unknown): Partial<Place> {
  return typeof state === 'object' && state !== null ? state : {}
}

/**
 * Every question is an entry of the history, so that the phone's own back leads to the question before. The entries
 * carry a number and no answer, and nothing of it stands in the address.
 */
export function useFinderSteps(tree: FinderTree) {
  const answers = useFinder((state) => state.answers)
  const { key, state } = useLocation()
  const place = placeOf(state)
  const navigate = useNavigate()
  // The entry through which one came in has no number. Once left, it stays the question that it was.
  const arrivals = useRef(new Map<string, number>())
  // Cheap screens send one tap twice, and the next question comes a moment after the first.
  const left = useRef('')
  useEffect(() => {
    if (left.current !== key) left.current = ''
  }, [key])
  const end = walk(tree, answers)
  const last = end.answered.length
  const step = Math.min(Math.max(place.step ?? arrivals.current.get(key) ?? last, 0), last)
  const shown: Walk = step < last ? questionAt(end, step) : end

  const leave = () => {
    arrivals.current.set(key, step)
    left.current = key
  }
  const go = (next: Place, replace = false) => {
    leave()
    navigate('.', { state: next, replace })
  }
  return {
    step,
    shown,
    /** It took the place of another question on this very page. */
    moved: place.step !== undefined,
    /** Already chosen at the question shown. */
    chosen: end.answered[step]?.option.id,
    choose: (option: string) => {
      if (shown.kind !== 'question' || left.current === key) return
      // First of all: with the answer alone this entry would already show the next question.
      leave()
      const reached = walk(tree, answerFinder(tree, shown.question.id, option)).answered.length
      go({ step: place.editing ? reached : step + 1 })
    },
    edit: (index: number) => go({ step: index, editing: true }),
    back: () => (place.step ? navigate(-1) : go({ step: step - 1 }, true)),
    restart: () => {
      forgetAnswers()
      go({ step: 0 })
    },
  }
}

function questionAt({ answered }: Walk, step: number): Walk {
  const question = answered[step]?.question
  if (!question) throw new RangeError(`No answered question ${step}`)
  return { kind: 'question', question, answered: answered.slice(0, step) }
}
