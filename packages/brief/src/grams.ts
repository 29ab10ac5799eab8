const separators = /[^\u3400-\u9fff\uf900-\ufaffA-Za-z0-9]+/

/** Words that stand in nearly every clause and tell nothing about its subject. */
const idle = new Set('应当,规定,依照,按照,下列,本条,条例,的规,前款,第一,进行,或者,以及,写明,有关'.split(','))

/** The two-character runs of a text, in order, punctuation and idle words left out. */
export function grams(text: string): string[] {
  const found: string[] = []
  for (const stretch of text.split(separators)) {
    for (let index = 0; index + 2 <= stretch.length; index++) {
      const gram = stretch.slice(index, index + 2)
      if (!idle.has(gram)) found.push(gram)
    }
  }
  return found
}
