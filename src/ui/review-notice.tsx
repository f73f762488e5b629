import { Notice } from './notice.tsx'

/** On what nobody has looked at for too long, or what the law has overtaken. */
export function ReviewNotice() {
  return <Notice tone="warning" title="Nội dung đang được rà soát, vui lòng hỏi trực ban trước khi đi." />
}
