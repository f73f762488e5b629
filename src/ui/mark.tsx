/** Our own sign, a sun over the water of the landing: not an emblem of the police or the state. */
export function Mark({ size }: { size: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      style={{ flex: 'none' }}
    >
      <rect width="48" height="48" rx="13" fill="#f7f3ea" />
      <path d="M13 25a11 11 0 0 1 22 0z" fill="#f0b041" />
      <path
        d="M9 30.500c2.500-2 5-2 7.500 0s5 2 7.500 0 5-2 7.500 0 5 2 7.500 0M13 37c2.500-2 5-2 7.300 0s5 2 7.400 0 5-2 7.300 0"
        fill="none"
        stroke="#0c4a56"
        strokeWidth="3.200"
        strokeLinecap="round"
      />
    </svg>
  )
}
