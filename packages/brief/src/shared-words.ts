const separators = /[^\u3400-\u9fff\uf900-\ufaffA-Za-z0-9]+/

/** Characters that join words and belong to none. */
const joining = new Set('的和与或由对把等并在以其及为')

/** Words that stand in nearly every clause and tell nothing about its subject. */
const idle = new Set('应当,规定,依照,按照,下列,本条,条例,的规,前款,第一,进行,或者,以及,写明,有关'.split(','))

const longestWord = 10

/**
 * The longest stretches without punctuation or joining characters that two texts share around given two-character runs,
 * in the order of the runs, none inside another.
 */
export function sharedWords(runs: readonly string[], left: string, right: string): string[] {
  const words: string[] = []
  for (const run of runs) {
    if (idle.has(run) || [...run].some((character) => joining.has(character))) continue
    let from = left.indexOf(run)
    if (from === -1 || !right.includes(run) || words.some((word) => word.includes(run))) continue
    let to = from + run.length
    const fits = (start: number, end: number) => {
      const edge = start < from ? left.charAt(start) : left.charAt(end - 1)
      return (
        end - start <= longestWord &&
        !joining.has(edge) &&
        !separators.test(edge) &&
        right.includes(left.slice(start, end))
      )
    }
    while (to < left.length && fits(from, to + 1)) to += 1
    while (from > 0 && fits(from - 1, to)) from -= 1
    words.push(left.slice(from, to))
  }
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word)))
}
