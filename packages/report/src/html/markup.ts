/** HTML that is safe to insert as it is. */
export class Markup {
  constructor(readonly html: string) {}
}

type Insert = Markup | string | number | undefined | false | readonly Insert[]

/** HTML from a template whose inserted strings are escaped; lists are joined, `undefined` and `false` leave nothing. */
export function html(strings: TemplateStringsArray, ...inserts: Insert[]): Markup {
  let text = strings[0]!
  for (const [index, insert] of inserts.entries()) text += insertText(insert) + strings[index + 1]!
  return new Markup(text)
}

function insertText(insert: Insert): string {
  if (insert === undefined || insert === false) return ''
  if (insert instanceof Markup) return insert.html
  if (typeof insert === 'object') return insert.map(insertText).join('')
  return escapeHtml(String(insert))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text in which nothing is read as markup, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char]!)
}
