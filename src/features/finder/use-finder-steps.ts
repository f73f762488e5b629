import { useEffect, useRef } from 'react'
import { type Location, useLocation, useNavigate } from 'react-router-dom'
import type { FinderTree } from '#contract/finder.ts'
import { walk, type Walk } from '#contract/finder-engine.ts'
import { isWhereOneCameIn } from '#src/ui/back-button.tsx'
import { answerFinder, forgetAnswers, useFinder } from './finder.store.ts'

interface Place {
  /** How many questions lie before what is shown. */
  step: number
  /** How many lay before what the first entry of the finder shows, and how many entries ago that is. */
  first: number
  depth: number
  /** Came here to change one answer: afterwards back to where the path is open. */
  editing?: boolean
  /** Of the first entry: see `isWhereOneCameIn`. */
  opened?: boolean
}

function placeOf(state: unknown): Partial<Place> {
  return typeof state === 'object' && state !== null ? state : {}
}

/** Entries to be made in place of all that the finder has: from this question to that one. */
interface Course {
  from: number
  to: number
}

/**
 * Every question is an entry of the history, so that the phone's own back leads to the question before. The entries
 * carry a number and no answer, and nothing of it stands in the address.
 */
export function useFinderSteps(tree: FinderTree) {
  const answers = useFinder((state) => state.answers)
  const location = useLocation()
  const { key, state } = location
  const place = placeOf(state)
  const navigate = useNavigate()
  const end = walk(tree, answers)
  const last = end.answered.length
  // The entry through which one comes in has no number: it shows where the path is open.
  const step = Math.min(Math.max(place.step ?? last, 0), last)
  const { depth = 0, first = step } = place
  const opened = isWhereOneCameIn(location)
  const shown: Walk = step < last ? questionAt(end, step) : end

  const put = (next: Place, replace = false) => navigate('.', { state: next, replace })
  const goOn = useCourse(location, depth, put)
  // Cheap screens send one tap twice, and the next question comes a moment after the first.
  const left = useRef('')
  /** Once left, the entry through which one came in stays the question that it was. */
  const leave = () => {
    left.current = key
    if (place.step === undefined) put({ step, first, depth, opened }, true)
  }
  const answer = (questionId: string, option: string) => {
    // First of all: with the answer alone this entry would already show the next question.
    leave()
    const reached = walk(tree, answerFinder(tree, questionId, option)).answered.length
    if (place.editing) goOn({ from: Math.min(first, reached), to: reached })
    else put({ step: step + 1, first, depth: depth + 1 })
  }
  return {
    step,
    shown,
    /** It took the place of another question on this very page. */
    moved: place.step !== undefined,
    /** Already chosen at the question shown. */
    chosen: end.answered[step]?.option.id,
    choose: (option: string) => {
      if (shown.kind === 'question' && left.current !== key) answer(shown.question.id, option)
    },
    edit: (index: number) => {
      leave()
      put({ step: index, first, depth: depth + 1, editing: true })
    },
    back: () => {
      if (depth > 0 && !place.editing) navigate(-1)
      else put({ ...place, step: step - 1, first: Math.min(first, step - 1), depth, opened }, true)
    },
    restart: () => {
      forgetAnswers()
      goOn({ from: 0, to: 0 })
    },
  }
}

/**
 * Goes back to the first entry of the finder and makes the entries anew: those of a path that is left would be presses of
 * Back that change nothing.
 */
function useCourse(location: Location, depth: number, put: (next: Place, replace?: boolean) => void) {
  const waiting = useRef<Course>()
  const make = ({ from, to }: Course) => {
    waiting.current = undefined
    put({ step: from, first: from, depth: 0, opened: isWhereOneCameIn(location) }, true)
    for (let step = from + 1; step <= to; step += 1) put({ step, first: from, depth: step - from })
  }
  const navigate = useNavigate()
  useEffect(() => {
    if (waiting.current) make(waiting.current)
    // Only when another entry is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [location.key])
  return (course: Course) => {
    if (depth === 0) return make(course)
    waiting.current = course
    navigate(-depth)
  }
}

function questionAt({ answered }: Walk, step: number): Walk {
  const question = answered[step]?.question
  if (!question) throw new RangeError(`No answered question ${step}`)
  return { kind: 'question', question, answered: answered.slice(0, step) }
}
