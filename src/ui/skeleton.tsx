import { useEffect, useState } from 'react'
import './skeleton.css'

/** Slower than this, people begin to think that nothing happens. */
const patience = 5000

/** Grey shapes for the eye, words for everybody. */
export function Skeleton({ blocks = 3 }: { blocks?: number }) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="skeleton">
      <p role="status" className="skeleton__words">
        {slow ? 'Mạng đang chậm, vẫn đang tải…' : 'Đang tải…'}
      </p>
      {Array.from({ length: blocks }, (_, index) => (
        <div key={index} className="skeleton__block" aria-hidden="true" />
      ))}
    </div>
  )
}
