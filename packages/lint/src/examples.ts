import type { DocumentKind } from './kinds.js'
import type { Example, Rule } from './rule.js'

/** An example ready to be checked. */
export interface PreparedExample {
  /** The draft, without marks. */
  source: string
  /** Where findings are expected: offsets into `source`. */
  marks: { start: number; end: number }[]
  /** The draft after fixes, where the example says it. */
  fixed?: string
  kind: DocumentKind | undefined
  example: Example
}

/** An example in its full form. */
export function exampleOf(example: string | Example): Example {
  return typeof example === 'string' ? { text: example } : example
}

/** Makes a draft of an example: a clause becomes the first article of a small regulation. */
export function prepareExample(rule: Rule, given: string | Example): PreparedExample {
  const example = exampleOf(given)
  const { source, marks } = unmark(asDraft(example.text, rule))
  const kind = example.kind ?? (rule.kinds === 'all' ? undefined : rule.kinds[0])
  return {
    source,
    marks,
    kind,
    example,
    ...(example.fixed === undefined ? {} : { fixed: asDraft(example.fixed, rule) })
  }
}

/** A whole draft out of a clause, articles or a draft, with a blank line between clauses. */
export function asDraft(text: string, rule: Pick<Rule, 'kinds'>): string {
  const title =
    rule.kinds === 'all' || !rule.kinds.includes('党内法规') ? '云川市样品管理办法' : '中共云川市委样品工作规定'
  const bare = text.replace(/^⟦/, '')
  const whole = bare.startsWith('#') || bare.startsWith('---')
  const body = whole
    ? text
    : /^(?:第[一二三四五六七八九十百〇零0-9]+[条章][之　 ]|<!--)/.test(bare)
      ? `# ${title}\n${text}`
      : `# ${title}\n第一条　${text}`
  if (!body.startsWith('---')) return `${body.split('\n').join('\n\n')}\n`
  const end = body.indexOf('\n---\n') + 5
  return `${body.slice(0, end)}\n${body.slice(end).split('\n').join('\n\n')}\n`
}

function unmark(marked: string): { source: string; marks: { start: number; end: number }[] } {
  const marks: { start: number; end: number }[] = []
  let source = ''
  let open = -1
  for (const char of marked) {
    if (char === '⟦') open = source.length
    else if (char === '⟧') marks.push({ start: open, end: source.length })
    else source += char
  }
  return { source, marks }
}
