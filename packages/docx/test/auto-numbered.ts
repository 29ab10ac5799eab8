import { formatNumeral } from 'regast'

/** Counts one level of a list as a word processor does. */
class Counter {
  value = 0
  /** Whether the next automatic number is the one that is printed; counts it where it is. */
  gives(printed: string): boolean {
    if (formatNumeral(this.value + 1) !== printed && String(this.value + 1) !== printed) return false
    this.value += 1
    return true
  }
}

const lists = `
<text:list-style style:name="Chapters">
<text:list-level-style-number text:level="1" style:num-prefix="第" style:num-suffix="章" style:num-format="一, 二, 三, ..."/>
<text:list-level-style-number text:level="2" style:num-prefix="第" style:num-suffix="节" style:num-format="一, 二, 三, ..."/>
</text:list-style>
<text:list-style style:name="Articles">
<text:list-level-style-number text:level="1" style:num-prefix="第" style:num-suffix="条" style:num-format="一, 二, 三, ..."/>
</text:list-style>
<text:list-style style:name="Points">
<text:list-level-style-number text:level="1" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/>
<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1"/>
</text:list-style>`

/**
 * A draft as a flat OpenDocument text in which the numbers of chapters, sections, articles, 项 and 目 are counted by the
 * word processor; those that counting does not give (之一, a number twice) are typed. `automatic` tells how many are not.
 */
export function autoNumbered(source: string): { document: string; automatic: number } {
  const body: string[] = []
  const [chapter, article] = [new Counter(), new Counter()]
  let section = new Counter()
  let [point, indent] = [new Counter(), new Counter()]
  let started = { chapters: false, articles: false }
  let automatic = 0
  let items: { level: 1 | 2; text: string }[] = []
  for (const line of source.split('\n')) {
    if (line.trim() === '') continue
    const words = line.replace(/^#+ /, '')
    const level = /^#+/.exec(line)?.[0].length ?? 0
    const [, number, unit, text = ''] = /^第([一二三四五六七八九十百]+)([章节条])　(.*)$/.exec(words) ?? []
    const [, item, itemText = ''] = /^（([一二三四五六七八九十]+)）(.*)$/.exec(words) ?? []
    const [, small, smallText = ''] = /^(\d+)\.(.*)$/.exec(words) ?? []
    if (item !== undefined) {
      if (items.length === 0) point = new Counter()
      indent = new Counter()
      if (point.gives(item)) items.push({ level: 1, text: itemText })
      else typed(words)
    } else if (small !== undefined && items.length > 0 && indent.gives(small)) items.push({ level: 2, text: smallText })
    else if (unit === '章' && chapter.gives(number!)) {
      section = new Counter()
      listed('Chapters', 'chapters', 1, text)
    } else if (unit === '节' && section.gives(number!)) listed('Chapters', 'chapters', 2, text)
    else if (unit === '条' && article.gives(number!)) listed('Articles', 'articles', 1, text)
    else if (level === 1) {
      close()
      body.push(`<text:p text:style-name="Title">${escapeXml(words)}</text:p>`)
    } else if (level > 1) {
      close()
      body.push(`<text:h text:outline-level="${level - 1}">${escapeXml(words)}</text:h>`)
    } else typed(words)
  }
  close()
  return { document: documentOf(body.join('\n')), automatic }

  function listed(style: string, id: 'chapters' | 'articles', level: 1 | 2, text: string): void {
    close()
    automatic += 1
    const follows = started[id] ? `text:continue-list="${id}"` : `xml:id="${id}"`
    started = { ...started, [id]: true }
    const inner = `<text:list-item><text:p>${escapeXml(text)}</text:p></text:list-item>`
    const nested = level === 1 ? inner : `<text:list-item><text:list>${inner}</text:list></text:list-item>`
    body.push(`<text:list text:style-name="${style}" ${follows}>${nested}</text:list>`)
  }

  function typed(words: string): void {
    close()
    body.push(`<text:p>${escapeXml(words)}</text:p>`)
  }

  /** The 项 and 目 before this line as a list of their own, counted from one. */
  function close(): void {
    if (items.length === 0) return
    automatic += items.length
    let list = ''
    for (const [index, { level, text }] of items.entries()) {
      const after = items[index + 1]?.level
      const before = items[index - 1]?.level
      if (level === 1)
        list += `<text:list-item><text:p>${escapeXml(text)}</text:p>${after === 2 ? '<text:list>' : '</text:list-item>'}`
      else {
        list += `<text:list-item><text:p>${escapeXml(text)}</text:p></text:list-item>`
        if (after !== 2) list += '</text:list></text:list-item>'
      }
      if (level === 2 && before === undefined) throw new Error('a list cannot begin with 目')
    }
    body.push(`<text:list text:style-name="Points">${list}</text:list>`)
    items = []
  }
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
}

function documentOf(body: string): string {
  const spaces = ['office', 'text', 'style']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ')
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Title" style:family="paragraph" style:class="chapter"/></office:styles>
<office:automatic-styles>${lists}</office:automatic-styles>
<office:body><office:text>
${body}
</office:text></office:body></office:document>
`
}
