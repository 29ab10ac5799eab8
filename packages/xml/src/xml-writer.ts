/** Attributes of an element; one that is `undefined` is left out. */
export type Attributes = Record<string, string | undefined>

// What XML 1.0 cannot hold, not even escaped; a lone surrogate would not survive UTF-8.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}

/** Writes XML element by element; elements that hold no text of their own are indented. */
export class XmlWriter {
  /** How many characters had to be replaced because XML has no way to write them. */
  replaced = 0
  private readonly parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  private readonly open: { name: string; mixed: boolean; empty: boolean }[] = []

  /** Runs `content` inside an element; `mixed` elements hold text, so that no blank may be added in them. */
  element(name: string, attributes: Attributes = {}, content?: () => void, mixed = false): void {
    const parent = this.open[this.open.length - 1]
    this.indent()
    let tag = `<${name}`
    for (const key in attributes) {
      const value = attributes[key]
      if (value !== undefined) tag += ` ${key}="${this.escape(value, /[&<"\t\n\r]/g)}"`
    }
    this.parts.push(tag)
    const entry = { name, mixed: mixed || parent?.mixed === true, empty: true }
    this.open.push(entry)
    content?.()
    this.open.pop()
    if (entry.empty) this.parts.push('/>')
    else {
      if (!entry.mixed) this.parts.push('\n', '  '.repeat(this.open.length))
      this.parts.push(`</${name}>`)
    }
  }

  /** Text content. */
  text(value: string): void {
    if (value === '') return
    this.close()
    this.parts.push(this.escape(value, /[&<>\r]/g))
  }

  /** A comment; what XML forbids in one is marked with backslashes, see `readComment`. */
  comment(value: string): void {
    this.indent()
    const safe = value.replace(/\\/g, '\\\\').replace(/-(?=-|$)/g, '-\\')
    this.parts.push(`<!-- ${this.clean(safe)} -->`)
  }

  /** The document. */
  end(): string {
    return `${this.parts.join('')}\n`
  }

  private indent(): void {
    this.close()
    const parent = this.open[this.open.length - 1]
    if (parent !== undefined && !parent.mixed) this.parts.push('\n', '  '.repeat(this.open.length))
  }

  /** Ends the start tag of the open element, which now has content. */
  private close(): void {
    const parent = this.open[this.open.length - 1]
    if (parent?.empty) {
      parent.empty = false
      this.parts.push('>')
    }
  }

  private escape(value: string, special: RegExp): string {
    return this.clean(value).replace(special, (char) => escapes[char]!)
  }

  private clean(value: string): string {
    return value.replace(forbidden, () => {
      this.replaced += 1
      return '\uFFFD'
    })
  }
}

/** The words of a comment that `XmlWriter` wrote. */
export function readComment(value: string): string {
  return value.trim().replace(/\\\\|-\\/g, (escaped) => (escaped === '-\\' ? '-' : '\\'))
}
