/** Something in a Word file that has no place in a draft, or only in another form. */
export interface Loss {
  /** Its kind, as a drafter calls it. */
  what: string
  /** Set where it was read, but not as it was. */
  kept?: true
  /** The words in it. */
  words?: string
}

const mostPlaces = 8
const mostWords = 60

/** One sentence for each kind of loss, with the clauses that they stand in and the words that went. */
export function lossReasons(losses: readonly (Loss & { label: string })[]): string[] {
  const kinds = new Map<string, string[]>()
  for (const { what, kept, words = '', label } of losses) {
    const kind = `${kept ? '请核对' : '没有导入'}：${what}`
    const place = label === '' ? '条文之外' : label
    const shown = words.replace(/\s+/g, ' ').trim()
    const cut = shown.length > mostWords ? `${shown.slice(0, mostWords)}……` : shown
    kinds.set(kind, [...(kinds.get(kind) ?? []), cut === '' ? place : `${place}：“${cut}”`])
  }
  return [...kinds].map(([kind, places]) => {
    const shown = [...new Set(places)]
    const rest = shown.length > mostPlaces ? '；等' : ''
    return `${kind} ${places.length} 处（${shown.slice(0, mostPlaces).join('；')}${rest}）。`
  })
}
