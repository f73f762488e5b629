import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { Button, ButtonLink } from './button.tsx'

test('a press is a press', async () => {
  const onClick = vi.fn()
  render(<Button onClick={onClick}>Gửi</Button>)
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  expect(onClick).toHaveBeenCalledOnce()
})

test('while busy it keeps focus and neither acts nor submits', async () => {
  const onClick = vi.fn()
  const onSubmit = vi.fn()
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" busy onClick={onClick}>
        Gửi
      </Button>
    </form>,
  )
  const button = screen.getByRole('button', { name: 'Gửi' })
  await userEvent.click(button)
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(onClick).not.toHaveBeenCalled()
  expect(onSubmit).not.toHaveBeenCalled()
})

test('a link that looks like a button goes there', async () => {
  const { user, path } = renderScreen(<ButtonLink to="/news">Tin tức</ButtonLink>)
  await user.click(screen.getByRole('link', { name: 'Tin tức' }))
  expect(path()).toBe('/news')
})
