import type { RawParagraph } from './read-document.js'
import { type ChangePolicy, stays } from './settle-changes.js'
import type { WordRun } from './word-paragraph.js'

const ended = /[。；：;:！？!?”’》）)]\s*$/
const opens =
  /^[\s\u3000]*(?:第[〇零一二三四五六七八九十百千\d]+[编章节条]|[（(][一二三四五六七八九十百\d]{1,4}[）)]|\d{1,3}[.．、])/

/**
 * A paragraph as the several that it looks like: where a page begins inside it, and where a break was typed for the end
 * of a paragraph. That is so where the next line is indented, and where breaks in the same paragraph set clauses apart,
 * as in text copied from a web page. Other breaks may be meant as such; they stay.
 */
export function splitParagraph(paragraph: RawParagraph, policy: ChangePolicy, own: boolean): RawParagraph[] {
  if (!paragraph.runs.some(({ text }) => /[\n\f]/.test(text))) return [paragraph]
  const isShown = ({ hidden, revision }: WordRun) => !hidden && (revision === undefined || stays(revision.kind, policy))
  const cuts = cutsOf(paragraph.runs.map((run) => (isShown(run) ? run.text : '')).join(''), own)
  if (cuts.size === 0) return [paragraph]
  const parts: WordRun[][] = [[]]
  let at = 0
  for (const run of paragraph.runs) {
    if (!isShown(run)) {
      parts.at(-1)!.push(run)
      continue
    }
    let from = 0
    for (let index = 0; index < run.text.length; index++, at++) {
      if (!cuts.has(at)) continue
      parts.at(-1)!.push({ ...run, text: run.text.slice(from, index) })
      parts.push([])
      from = index + 1
    }
    if (from === 0 || from < run.text.length) parts.at(-1)!.push({ ...run, text: run.text.slice(from) })
  }
  return parts.map((runs, index) => ({
    ...paragraph,
    runs,
    ...(index > 0 && { numId: undefined, lost: [] }),
    mark: index === parts.length - 1 ? paragraph.mark : undefined
  }))
}

/** Places of the breaks that end a paragraph. */
function cutsOf(text: string, own: boolean): Set<number> {
  const breaks = [...text.matchAll(/[\n\f]/g)].map(({ index }, order, all) => {
    const after = text.slice(index + 1, all[order + 1]?.index)
    return {
      index,
      page: text[index] === '\f' && text.slice(0, index).trim() !== '' && text.slice(index).trim() !== '',
      ends: ended.test(text.slice(0, index)),
      opens: opens.test(after),
      indented: /^[ \t\u3000]+\S/.test(after)
    }
  })
  const pasted = breaks.some(({ ends, opens }) => ends && opens)
  const cut = breaks.filter(({ page, ends, indented }) => page || (!own && ends && (pasted || indented)))
  return new Set(cut.map(({ index }) => index))
}
