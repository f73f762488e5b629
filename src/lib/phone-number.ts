/** Grouped for reading aloud: `18001096` → `1800 1096`, `0769040404` → `0769 040 404`. */
export function formatPhone(phone: string): string {
  if (/^1[89]00\d{4}$/.test(phone)) return `${phone.slice(0, 4)} ${phone.slice(4)}`
  if (/^0\d{9}$/.test(phone)) return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`
  return phone
}
