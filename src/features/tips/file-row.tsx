import type { ReactNode } from 'react'
import { Button } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { factsOf, kindWords, reasonWords } from './file-words.ts'
import type { TipFile } from './tip-file.ts'
import { useFileUrl } from './use-file-url.ts'
import './tip-files.css'

interface FileRowProps {
  file: TipFile
  /** From 0. */
  at: number
  /** Where it stands, in words. */
  state?: ReactNode
  onRemove?: (() => void) | undefined
  onMoveUp?: (() => void) | undefined
}

export function FileRow({ file, at, state, onRemove, onMoveUp }: FileRowProps) {
  const { name, outcome } = file
  const number = at + 1
  const wrong = outcome !== null && outcome !== 'stored' ? outcome : undefined
  return (
    <li className="tip-file tip-saved__item">
      <Preview file={file} />
      <div className="tip-file__text">
        <p>
          {number}. {name}
        </p>
        <p className="tip-small">{factsOf(file)}</p>
        {wrong ? (
          <p className="field__error">
            <Icon name="warning" /> {reasonWords(wrong)}
          </p>
        ) : (
          state && <p className="tip-small">{state}</p>
        )}
      </div>
      <div>
        {onMoveUp && (
          <Button kind="quiet" onClick={onMoveUp}>
            Lên<span className="visually-hidden">{` trước, tệp ${number}: ${name}`}</span>
          </Button>
        )}
        {onRemove && (
          <Button kind="quiet" onClick={onRemove}>
            Bỏ<span className="visually-hidden">{` tệp ${number}: ${name}`}</span>
          </Button>
        )}
      </div>
    </li>
  )
}

function Preview({ file }: { file: TipFile }) {
  const url = useFileUrl(file)
  if (url) return <img className="tip-file__picture" src={url} alt="" />
  return (
    <span className="tip-file__picture" aria-hidden="true">
      {kindWords[file.kind]}
    </span>
  )
}
