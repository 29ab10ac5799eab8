/** Whether a UTF-16 unit is blank in a regulation: spaces of every width, control and zero-width characters, byte order marks. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return true
  if (code < 0x7f) return false
  if (code >= 0x3001 && code < 0xfe00) return false
  return (
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0xad ||
    code === 0x1680 ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2064) ||
    code === 0xfeff
  )
}

/** Index of the first character from `start` that is not blank, at most `end`. */
export function skipBlank(text: string, start: number, end: number): number {
  let index = start
  while (index < end && isBlank(text.charCodeAt(index))) index++
  return index
}

/** Index after the last character before `end` that is not blank, at least `start`. */
export function trimBlank(text: string, start: number, end: number): number {
  let index = end
  while (index > start && isBlank(text.charCodeAt(index - 1))) index--
  return index
}

const terminals = new Set('。；：！？…;:!?'.split(''))
const closers = new Set('”’」』）)》】"'.split(''))

/** Whether a line whose text ends before `end` is a finished sentence, clause or lead-in; closing quotes and brackets are looked through. */
export function endsSentence(text: string, start: number, end: number): boolean {
  let index = end - 1
  while (index > start && closers.has(text.charAt(index))) index--
  return index >= start && terminals.has(text.charAt(index))
}

/** Text without its blanks, for comparing words that are printed spaced out (总　则). */
export function withoutBlanks(text: string): string {
  let result = ''
  for (let index = 0; index < text.length; index++) {
    if (!isBlank(text.charCodeAt(index))) result += text.charAt(index)
  }
  return result
}
