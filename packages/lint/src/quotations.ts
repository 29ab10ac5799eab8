/** Stretches of a text that are not its own words: quotations in “”, titles in 《》; marks included. */
export function quotedStretches(text: string): Stretch[] {
  return stretchesOf(text, true)
}

/** The quotations in “” alone: what stands in 《》 in a draft may be its own. */
export function quotations(text: string): Stretch[] {
  return stretchesOf(text, false)
}

interface Stretch {
  start: number
  end: number
}

function stretchesOf(text: string, withTitles: boolean): Stretch[] {
  const found: Stretch[] = []
  const add = (start: number, end: number): void => {
    // What lies inside a longer one is part of it.
    while (found.length > 0 && found[found.length - 1]!.start >= start) found.pop()
    found.push({ start, end })
  }
  let quote = -1
  let quotes = 0
  let title = -1
  let titles = 0
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x201c: // “
        if (quotes++ === 0) quote = i
        break
      case 0x201d: // ”
        if (quotes > 0 && --quotes === 0) add(quote, i + 1)
        break
      case 0x300a: // 《
        if (withTitles && titles++ === 0) title = i
        break
      case 0x300b: // 》
        if (titles > 0 && --titles === 0) add(title, i + 1)
        break
    }
  }
  // An open quotation runs to the end: it goes on in the next paragraph.
  if (quotes > 0) add(quote, text.length)
  return found
}

/** Whether any of a stretch lies inside a quotation or title; the stretches are apart and in order. */
export function isQuoted(stretches: readonly Stretch[], start: number, end: number): boolean {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.end > start) high = middle
    else low = middle + 1
  }
  const stretch = stretches[low]
  return stretch !== undefined && Math.max(end, start + 1) > stretch.start
}
