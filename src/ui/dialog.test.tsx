import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

function Question() {
  const [open, setOpen] = useState(false)
  return (
    <div id="app">
      <Button onClick={() => setOpen(true)}>Xóa dữ liệu</Button>
      <Dialog open={open} title="Xóa thật không?" onClose={() => setOpen(false)}>
        <Button>Xóa</Button>
        <Button onClick={() => setOpen(false)}>Không</Button>
      </Dialog>
    </div>
  )
}

test('focus enters, goes round inside, and comes back', async () => {
  const user = userEvent.setup()
  render(<Question />)
  const opener = screen.getByRole('button', { name: 'Xóa dữ liệu' })
  await user.click(opener)
  expect(screen.getByRole('dialog', { name: 'Xóa thật không?' })).toHaveFocus()
  // The app behind is out of reach.
  expect(screen.queryByRole('button', { name: 'Xóa dữ liệu' })).not.toBeInTheDocument()

  await user.tab()
  expect(screen.getByRole('button', { name: 'Xóa' })).toHaveFocus()
  await user.tab({ shift: true })
  expect(screen.getByRole('button', { name: 'Không' })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('button', { name: 'Xóa' })).toHaveFocus()

  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(opener).toHaveFocus()
})
