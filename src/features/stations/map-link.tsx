import { useState } from 'react'
import { host } from '#src/lib/host.ts'
import { Button, look } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'

/** Opens the place in the phone's map app. Zalo does not let a Mini App lead to other sites: there it is copied. */
export function MapLink({ place }: { place: string }) {
  if (host().name === 'zalo') return <CopyPlace place={place} />
  const address = `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      className={look({ kind: 'secondary', fullWidth: true })}
    >
      <Icon name="station" />
      <span>Mở trong ứng dụng bản đồ</span>
    </a>
  )
}

function CopyPlace({ place }: { place: string }) {
  const [words, setWords] = useState('')
  const copy = async () => {
    const { kind } = await host().copyText(place)
    setWords(
      kind === 'ok' ? 'Đã sao chép. Bạn dán vào ô tìm của ứng dụng bản đồ.' : `Bạn tìm trên bản đồ: ${place}`,
    )
  }
  return (
    <>
      <Button kind="secondary" icon="copy" fullWidth onClick={() => void copy()}>
        Sao chép để tìm trên bản đồ
      </Button>
      <p role="status">{words}</p>
    </>
  )
}
