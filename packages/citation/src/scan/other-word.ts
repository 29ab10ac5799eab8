import { after法 } from '../lexicon.js'

/** Whether 法 before an index begins another word: 法律, 法定代表人, 法制 (but not 法制定). */
export function isOtherWord(text: string, end: number): boolean {
  const next = text[end] ?? ''
  return (
    (next !== '' && after法.includes(next)) ||
    (next === '制' && text[end + 1] !== '定') ||
    (next === '定' && text[end + 1] === '代')
  )
}
