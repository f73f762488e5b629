import { useEffect } from 'react'
import * as v from 'valibot'
import { create } from 'zustand'
import type { FinderTree } from '#contract/finder.ts'
import { answer, type Answers } from '#contract/finder-engine.ts'
import { onCleared, readStored, removeStored, writeStored } from '#src/lib/storage.ts'

/** The answers stay on this phone: nothing of them is ever sent. */
const key = 'finder'
const Stored = v.record(v.string(), v.string())

interface FinderState {
  /** Until the phone's store has answered nothing can be answered: it would cover what lies there. */
  opened: boolean
  answers: Answers
}

export const useFinder = create<FinderState>()(() => ({ opened: false, answers: {} }))

onCleared(() => useFinder.setState({ opened: true, answers: {} }))

async function open(): Promise<void> {
  const answers = (await readStored(key, Stored)) ?? {}
  if (!useFinder.getState().opened) useFinder.setState({ opened: true, answers })
}

/** True once the answers of the last visit are there. */
export function useOpenFinder(): boolean {
  useEffect(() => void open(), [])
  return useFinder((state) => state.opened)
}

export function answerFinder(tree: FinderTree, question: string, option: string): Answers {
  const answers = answer(tree, useFinder.getState().answers, question, option)
  useFinder.setState({ answers })
  void writeStored(key, answers)
  return answers
}

export function forgetAnswers(): void {
  useFinder.setState({ answers: {} })
  void removeStored(key)
}
