import { expect, test } from 'vitest'
import { step } from './testing/builders.ts'
import { greeting } from './greeting.ts'

const address = 'http://127.0.0.1:8080'
const application = {
  code: 'DEMO-0001',
  factorKind: 'phone4' as const,
  factor: '1234',
  procedure: 'Cấp đổi thẻ căn cước',
  guideSlug: null,
  pickUpPlace: null,
  station: 'ben-cat',
  steps: [step(), step({ status: 'in_progress' })],
  slip: '0123456789ABCDEFGHJKMNPQRS1',
}
const officer = { login: 'can-bo', name: 'Cán bộ', passphrase: 'bốn từ', grants: [] }

test('without a demonstration it says where to go and invents nothing', () => {
  const words = greeting(address, { preview: true, demo: undefined })
  expect(words).toContain(`${address}/\n`)
  expect(words).toContain(`${address}/api/openapi.json`)
  expect(words).not.toContain('Demonstration')
})

test('without a built preview it says how to build one', () => {
  const words = greeting(address, { preview: false, demo: undefined })
  expect(words).toContain('not built; run: npm run build')
  expect(words).not.toContain(`${address}/\n`)
})

test('a demonstration lists what to try', () => {
  const words = greeting(address, {
    preview: true,
    demo: { applications: [application], officers: [officer] },
  })
  expect(words).toMatch(/DEMO-0001 +1234 +in_progress +0123456789ABCDEFGHJKMNPQRS1\n/)
  expect(words).toContain(`${address}/applications/open#`)
  expect(words).toMatch(/can-bo +bốn từ/)
  expect(words).toContain('DEMO=off')
})
