const syllable = /^(?:ngh?|nh|gh?|gi|kh?|ph?|th?|tr|ch?|qu|[bdhlmrsvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/

/**
 * What was meant by a word typed with the keys of Telex or VNI while the keyboard was set otherwise: `cuowcs` and
 * `cu7o7c1` are `cuoc`. Undefined when it is no such word.
 */
export function decodeTyping(word: string): string | undefined {
  const decoded = /\d/.test(word) ? decodeVni(word) : decodeTelex(word)
  return decoded !== word && decoded.length > 1 && syllable.test(decoded) ? decoded : undefined
}

/** The other way to write the same sound: `kí` is `ký`, `lí` is `lý`, `quí` is `quý`. */
export function otherSpelling(word: string): string | undefined {
  const found = /^([hklmstv]|qu)([iy])$/.exec(word)
  return found ? `${found[1]}${found[2] === 'i' ? 'y' : 'i'}` : undefined
}

/** 0 takes a mark away and is left to numbers such as `CC01`. */
function decodeVni(word: string): string {
  return word.replace(/([a-z])[1-9]{1,2}/g, '$1')
}

const vowel = /[aeiouy]/

function decodeTelex(word: string): string {
  let decoded = ''
  let rhyme = ''
  for (const key of word) {
    if (rhyme === '' && !vowel.test(key) && key !== 'w') decoded += key
    else rhyme += decodeRhymeKey(key, rhyme)
  }
  // No syllable has two: the second is the stroke of đ, wherever it was typed.
  return decoded.replace(/^dd/, 'd') + (decoded.startsWith('d') ? rhyme.replace(/d/g, '') : rhyme)
}

/** What a key adds after the first vowel: a tone and a doubled letter add nothing. */
function decodeRhymeKey(key: string, rhyme: string): string {
  if (key === 'w') return rhyme === '' ? 'u' : ''
  if (/[sfrxjz]/.test(key)) return ''
  return /[aeo]/.test(key) && rhyme.includes(key) ? '' : key
}
