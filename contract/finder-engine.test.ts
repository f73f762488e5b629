import { describe, expect, test } from 'vitest'
import type { FinderTree } from './finder.ts'
import { answer, optionsOf, outcomeOf, questionsLeft, walk } from './finder-engine.ts'

const end = (guide: string) => ({ guide, fee: null, way: 'desk' as const })

/** `card` and `child` share the question `how`; `other` ends elsewhere. */
const tree: FinderTree = {
  questions: [
    {
      id: 'what',
      text: 'Việc gì?',
      options: [
        { id: 'card', label: 'Thẻ', next: 'how', adds: { notes: ['thẻ'], sure: ['ảnh'] } },
        { id: 'child', label: 'Trẻ', next: 'age', adds: { meets: ['Trẻ em'] } },
        { id: 'other', label: 'Khác', next: 'rest' },
      ],
    },
    {
      id: 'age',
      text: 'Mấy tuổi?',
      options: [
        { id: 'small', label: 'Nhỏ', next: end('small') },
        { id: 'big', label: 'Lớn', next: 'how', adds: { doFirst: 'data' } },
      ],
    },
    {
      id: 'how',
      text: 'Cách nào?',
      options: [
        { id: 'phone', label: 'Trên máy', next: end('card'), adds: { notes: ['máy'], leaveOut: ['quầy'] } },
        { id: 'desk', label: 'Tại quầy', next: end('card') },
      ],
    },
    {
      id: 'rest',
      text: 'Gì nữa?',
      options: [
        { id: 'one', label: 'Một', next: end('one') },
        { id: 'two', label: 'Hai', next: end('two') },
      ],
    },
  ],
}

const asked = (answers: Record<string, string>) => {
  const reached = walk(tree, answers)
  return reached.kind === 'question' ? reached.question.id : `= ${reached.outcome.guide}`
}

test.for([
  ['nothing', {}, 'what'],
  ['the first', { what: 'card' }, 'how'],
  ['all', { what: 'card', how: 'desk' }, '= card'],
  ['all of a longer way', { what: 'child', age: 'big', how: 'phone' }, '= card'],
  ['a later one without the first', { how: 'desk' }, 'what'],
  ['one that is gone from the tree', { what: 'gone' }, 'what'],
  ['one of another branch', { what: 'other', how: 'desk' }, 'rest'],
  ['a word of the language', { what: 'constructor' }, 'what'],
] as const)('with %s answered it goes on where the path is open', ([, answers, where]) => {
  expect(asked(answers)).toBe(where)
})

test('what the answers change is gathered along the path', () => {
  expect(walk(tree, { what: 'card', how: 'phone' })).toMatchObject({
    adds: { notes: ['thẻ', 'máy'], sure: ['ảnh'], leaveOut: ['quầy'], meets: [], documents: [] },
  })
  expect(walk(tree, { what: 'child', age: 'big', how: 'desk' })).toMatchObject({
    adds: { meets: ['Trẻ em'], doFirst: 'data', notes: [] },
  })
})

describe('a changed answer', () => {
  const all = { what: 'child', age: 'big', how: 'phone' }

  test('forgets what is no longer on the path', () => {
    expect(answer(tree, all, 'what', 'other')).toEqual({ what: 'other' })
  })

  test('keeps what still is', () => {
    expect(answer(tree, all, 'what', 'card')).toEqual({ what: 'card', how: 'phone' })
  })

  test('changed back, it does not bring the forgotten branch back', () => {
    const away = answer(tree, all, 'what', 'other')
    expect(answer(tree, away, 'what', 'child')).toEqual({ what: 'child' })
  })

  test('given again, changes nothing', () => {
    expect(answer(tree, all, 'what', 'child')).toEqual(all)
  })
})

test.for([
  ['what', 3, 2],
  ['age', 2, 1],
  ['how', 1, 1],
] as const)('from “%s” there are at most %i and at least %i questions', ([id, most, least]) => {
  const question = tree.questions.find((one) => one.id === id)!
  expect(questionsLeft(tree, question)).toEqual({ most, least })
})

test('the options of a path lead to the same end again', () => {
  const reached = walk(tree, { what: 'child', age: 'big', how: 'phone' })
  expect(optionsOf(reached.answered)).toEqual(['child', 'big', 'phone'])
  expect(outcomeOf(tree, ['child', 'big', 'phone'])).toEqual(reached)
})

test.for([[[]], [['child']], [['child', 'gone']], [['card', 'desk', 'more']], [['desk', 'card']]] as const)(
  'the options %j lead nowhere',
  ([options]) => {
    expect(outcomeOf(tree, options)).toBeUndefined()
  },
)

test('a circle that slipped in ends', () => {
  const circle: FinderTree = {
    questions: [{ id: 'a', text: 'A?', options: [{ id: 'x', label: 'X', next: 'a' }] }],
  }
  expect(walk(circle, { a: 'x' }).kind).toBe('question')
})
