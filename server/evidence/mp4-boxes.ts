interface Box {
  name: string
  /** Of what is in it. */
  from: number
  until: number
}

/** Boxes that hold others. */
const folders = ['moov', 'trak', 'mdia']
/** Where a box begins with two times, of making and of changing; after one byte of version and three of flags. */
const dated = ['mvhd', 'tkhd', 'mdhd']

/** Throws where a box reaches beyond the end of what it lies in. */
function* boxesIn(file: Buffer, from: number, until: number): Generator<Box> {
  // Some programs leave a few bytes of nothing at the end.
  for (let at = from; at + 8 <= until;) {
    const short = file.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const length = short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short || until - at
    if (length < head || at + length > until) throw new Error('A box beyond its end')
    yield { name: file.toString('latin1', at + 4, at + 8), from: at + head, until: at + length }
    at += length
  }
}

/** Throws for a file that breaks off, or that never came to the list of what is in it. */
export function requireWhole(file: Buffer): void {
  const names = [...boxesIn(file, 0, file.length)].map(({ name }) => name)
  if (!names.includes('moov')) throw new Error('No list of tracks')
}

/** Sets the times in an MP4 to nothing: the writer puts the moment of its work there, to the second. */
export function forgetTimes(file: Buffer): Buffer {
  walk(file, 0, file.length)
  return file
}

function walk(file: Buffer, from: number, until: number): void {
  for (const box of boxesIn(file, from, until)) {
    if (folders.includes(box.name)) walk(file, box.from, box.until)
    if (dated.includes(box.name)) file.fill(0, box.from + 4, box.from + 4 + (file[box.from] === 1 ? 16 : 8))
  }
}
