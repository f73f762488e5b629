import { expect, test } from 'vitest'
import { InTurn } from './in-turn.ts'

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

test('work of the same name never overlaps and keeps its order', async () => {
  const turns = new InTurn()
  const seen: string[] = []
  const work = (name: number) => async () => {
    seen.push(`in ${name}`)
    await soon()
    seen.push(`out ${name}`)
    return name
  }
  expect(await Promise.all([1, 2, 3].map((name) => turns.run('a', work(name))))).toEqual([1, 2, 3])
  expect(seen).toEqual(['in 1', 'out 1', 'in 2', 'out 2', 'in 3', 'out 3'])
})

test('a failure reaches its own caller and lets the next one work', async () => {
  const turns = new InTurn()
  const failing = turns.run('a', () => Promise.reject(new Error('no')))
  const next = turns.run('a', async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
})

test('different names do not wait for each other', async () => {
  const turns = new InTurn()
  const seen: string[] = []
  const slow = turns.run('a', async () => {
    await soon()
    seen.push('slow')
  })
  await turns.run('b', async () => seen.push('quick'))
  await slow
  expect(seen).toEqual(['quick', 'slow'])
})
