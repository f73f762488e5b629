import { create } from 'zustand'
import type { Failure } from '#contract/error.ts'
import { mostTipFiles } from '#contract/tip-files.ts'
import { holdFile, readFile, removeFiles } from '#src/lib/phone-files.ts'
import { prepareAll, type Problem } from './prepare-all.ts'
import { sendFile } from './send-file.ts'
import { isWaiting, nextToSend, type FileOutcome, type TipFile } from './tip-file.ts'
import { tipFilesApi } from './tip-files-api.ts'

/**
 * Files for a tip that was sent earlier. They go out as soon as they are chosen and live in memory only, as all of the
 * thread does: who opens a tip by its code may do so on a phone that is not their own.
 */
interface ThreadFiles {
  /** The receipt they are for; empty when no thread is open. */
  code: string
  /** So many lay there before. */
  before: number
  files: readonly TipFile[]
  preparing: number
  problems: readonly Problem[]
  current: { fileKey: string; received: number } | undefined
  stopped: Failure | undefined
}

const start: ThreadFiles = {
  code: '',
  before: 0,
  files: [],
  preparing: 0,
  problems: [],
  current: undefined,
  stopped: undefined,
}

export const useThreadFiles = create<ThreadFiles>()(() => start)
const { getState: now, setState: set } = useThreadFiles

export function openThreadFiles(code: string, before: number): void {
  set({ ...start, code, before })
  window.addEventListener('online', goOn)
}

export function closeThreadFiles(): void {
  window.removeEventListener('online', goOn)
  const { files } = now()
  set(start)
  void removeFiles(files.map(({ fileKey }) => fileKey))
}

export async function addThreadFiles(chosen: readonly File[]): Promise<void> {
  const { code } = now()
  set(({ preparing }) => ({ preparing: preparing + chosen.length, problems: [] }))
  const problems = await prepareAll(chosen, { room, onFile: (file, bytes) => take(code, file, bytes) })
  if (now().code === code) set(({ preparing }) => ({ preparing: preparing - chosen.length, problems }))
}

function room(): number {
  const { before, files } = now()
  const counted = files.filter((file) => isWaiting(file) || file.outcome === 'stored')
  return mostTipFiles - before - counted.length
}

async function take(code: string, file: TipFile, bytes: Blob): Promise<void> {
  if (now().code !== code) return
  holdFile(file.fileKey, bytes)
  set(({ files }) => ({ files: [...files, file] }))
  void sendThreadFiles()
}

export async function removeThreadFile(fileKey: string): Promise<void> {
  const { code } = now()
  set(({ files }) => ({ files: files.filter((file) => file.fileKey !== fileKey) }))
  await removeFiles([fileKey])
  await tipFilesApi.remove({ body: { code, fileKey } })
}

function goOn(): void {
  if (now().stopped) void sendThreadFiles()
}

let running = false

export async function sendThreadFiles(): Promise<void> {
  if (running) return
  running = true
  set({ stopped: undefined })
  let file = nextToSend(now().files)
  while (file && !now().stopped) {
    await sendOne(file)
    file = nextToSend(now().files)
  }
  set({ current: undefined })
  running = false
}

async function sendOne({ fileKey, size }: TipFile): Promise<void> {
  const sent = await sendFile({
    owner: { code: now().code },
    fileKey,
    size,
    read: (from, to) => readFile(fileKey, from, to),
    tell: (received) => set({ current: { fileKey, received } }),
    isOver: () => !isKnown(fileKey),
  })
  if (!isKnown(fileKey)) return
  if (sent.kind === 'stopped') set({ stopped: sent.error })
  if (sent.kind === 'done') await settle(fileKey, sent.outcome)
}

const isKnown = (fileKey: string) => now().files.some((file) => file.fileKey === fileKey)

async function settle(fileKey: string, outcome: FileOutcome): Promise<void> {
  set(({ files }) => ({
    files: files.map((file) => (file.fileKey === fileKey ? { ...file, outcome } : file)),
  }))
  await removeFiles([fileKey])
}
