import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Checkbox } from './checkbox.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { TextField } from './text-field.tsx'

function Field(props: Partial<Parameters<typeof TextField>[0]>) {
  const [value, setValue] = useState('')
  return <TextField label="Nội dung" {...props} value={value} onChange={setValue} />
}

test('a field is named by its label and described by hint, error and count', () => {
  render(<Field hint="Ghi rõ" error="Bạn chưa điền." maxLength={3000} showCount />)
  const field = screen.getByRole('textbox', { name: 'Nội dung' })
  expect(field).toHaveAccessibleDescription('Ghi rõ Bạn chưa điền. 0 / 3.000 ký tự')
  expect(field).toBeInvalid()
})

test('a field without remarks is not described and not invalid', () => {
  render(<Field optional multiline rows={3} />)
  const field = screen.getByRole('textbox', { name: 'Nội dung (không bắt buộc)' })
  expect(field.tagName).toBe('TEXTAREA')
  expect(field).not.toHaveAccessibleDescription()
  expect(field).toBeValid()
})

test('typing is counted', async () => {
  render(<Field maxLength={10} showCount />)
  await userEvent.type(screen.getByLabelText('Nội dung'), 'xin chào bạn')
  expect(screen.getByText('10 / 10 ký tự')).toBeVisible()
})

test('one of a few can be chosen with the arrow keys', async () => {
  function Sizes() {
    const [value, setValue] = useState<'small' | 'large'>('small')
    const options = [
      { value: 'small', label: 'Nhỏ' },
      { value: 'large', label: 'Lớn', hint: 'Dễ đọc' },
    ] as const
    return (
      <ChoiceGroup legend="Cỡ chữ" value={value} onChange={setValue} options={options} error="Chọn lại." />
    )
  }
  render(<Sizes />)
  expect(screen.getByRole('group', { name: 'Cỡ chữ' })).toHaveAccessibleDescription('Chọn lại.')
  await userEvent.click(screen.getByRole('radio', { name: 'Lớn Dễ đọc' }))
  expect(screen.getByRole('radio', { name: 'Lớn Dễ đọc' })).toBeChecked()
  expect(screen.getByRole('radio', { name: 'Nhỏ' })).not.toBeChecked()
})

test('a checkbox is pressed by its words and tells its error', async () => {
  const onChange = vi.fn()
  render(<Checkbox label="Tôi cam đoan" checked={false} onChange={onChange} error="Bạn cần đánh dấu." />)
  await userEvent.click(screen.getByText('Tôi cam đoan'))
  expect(onChange).toHaveBeenCalledWith(true)
  expect(screen.getByRole('checkbox')).toHaveAccessibleDescription('Bạn cần đánh dấu.')
})
