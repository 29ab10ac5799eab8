import type { ArticleChange, ClauseChange } from '@tiaoli/diff'
import { formatAddress, formatNumeral } from 'regast'
import { phraseOf } from './changed-phrase.js'
import type { DecisionTexts } from './decision-texts.js'
import { numberOf, quoted } from './decision-words.js'
import { clauseLines } from './law-text.js'

/** One change of words in one clause: 将第六条第一款中的“甲”修改为“乙”. */
export function phraseItem(texts: DecisionTexts, change: ArticleChange, old: string, next: string): string | undefined {
  const changed = change.clauses.filter((clause) => clause.kind !== 'unchanged' && clause.referencesOnly !== true)
  const [clause] = changed
  if (changed.length !== 1 || clause === undefined || clause.kind !== 'modified') return undefined
  const phrase = phraseOf(clause)
  if (phrase === undefined) return undefined
  const place = placeInArticle(texts, clause.old[0]!, change)
  if (place === undefined) return undefined
  const where = old === next ? `${old}${place}` : place === '' ? '其中' : place
  const lead = old === next ? '' : `将${old}改为${next}，`
  switch (phrase.type) {
    case 'replace':
      return `${lead}将${where}${where === '其中' ? '' : '中'}的${quoted([phrase.from])}修改为${quoted([phrase.to])}。`
    case 'delete':
      return `${lead}删去${where === '其中' ? old : where}中的${quoted([phrase.from])}。`
    case 'insert':
      return `${lead}在${where === '其中' ? old : where}${quoted([phrase.from])}后增加${quoted([phrase.to])}。`
  }
}

/** 第二款第三项 of a clause; the 款 is left out where the article has one. */
function placeInArticle(texts: DecisionTexts, address: string, change: ArticleChange): string | undefined {
  const item = texts.oldByAddress.get(change.old[0]!)
  if (item === undefined) return undefined
  const below = address.startsWith(`${change.old[0]}__`) ? address.slice(change.old[0]!.length + 2) : undefined
  if (below === undefined) return undefined
  const paragraphs = item.clauses.filter(({ level }) => level === 'paragraph').length
  const steps = below.split('__')
  const named = paragraphs === 1 ? steps.slice(1) : steps
  return named.length === 0 ? '' : formatAddress(named.join('__'))
}

/** 款 changed, added and deleted one by one, where most of the article stays. */
export function paragraphItems(
  texts: DecisionTexts,
  change: ArticleChange
): { verb: string; place: string; rest: string }[] | undefined {
  const [before, after] = [texts.oldByAddress.get(change.old[0]!), texts.newByAddress.get(change.new[0]!)!]
  if (before === undefined) return undefined
  const top = change.clauses.filter(({ level }) => level === 'paragraph')
  if (top.length < 2 || change.clauses.some(({ level }) => level === 'block' || level === 'heading')) return undefined
  if (top.some(({ kind }) => kind === 'moved' || kind === 'split' || kind === 'merged')) return undefined
  const items: { verb: string; place: string; rest: string }[] = []
  let touched = 0
  for (const clause of top) {
    const touchedBelow = change.clauses.some(
      (other) => isBelow(other, clause) && other.kind !== 'unchanged' && other.referencesOnly !== true
    )
    if (clause.kind === 'added') {
      const at = numberOf(clause.new[0]!)
      const lines = clauseLines(after.clauses.filter(({ level }) => level === 'paragraph')[at - 1]!)
      items.push({ verb: '', place: '', rest: `增加一款，作为第${formatNumeral(at)}款：${quoted(lines)}` })
    } else if (clause.kind === 'deleted') {
      items.push({ verb: '删去', place: `第${formatNumeral(numberOf(clause.old[0]!))}款`, rest: '。' })
    } else if (
      touchedBelow ||
      (clause.kind !== 'unchanged' && clause.kind !== 'renumbered' && clause.referencesOnly !== true)
    ) {
      const [from, to] = [numberOf(clause.old[0]!), numberOf(clause.new[0]!)]
      const lines = clauseLines(after.clauses.filter(({ level }) => level === 'paragraph')[to - 1]!)
      const renumbered = from === to ? '' : `改为第${formatNumeral(to)}款，`
      items.push({ verb: '', place: `第${formatNumeral(from)}款`, rest: `${renumbered}修改为：${quoted(lines)}` })
    } else continue
    touched += 1
  }
  return touched === 0 || touched * 2 > top.length ? undefined : items
}

function isBelow(clause: ClauseChange, top: ClauseChange): boolean {
  const under = (addresses: readonly string[], holders: readonly string[]) =>
    addresses.some((address) => holders.some((holder) => address.startsWith(`${holder}__`)))
  return clause !== top && (under(clause.old, top.old) || under(clause.new, top.new))
}
