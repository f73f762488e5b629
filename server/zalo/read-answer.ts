const longestAnswer = 64 * 1024

/** The text of an answer, but no more of it than any honest answer has. */
export async function readAnswer(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length
    if (size > longestAnswer) {
      await reader?.cancel()
      throw new Error('answer too long')
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts).toString('utf8')
}
