import type { ArticleChange } from '@tiaoli/diff'
import { formatAddress, formatNumeral } from 'regast'
import { paragraphItems, phraseItem } from './decision-clauses.js'
import type { DecisionTexts } from './decision-texts.js'
import { quoted } from './decision-words.js'
import type { LawItem } from './law-text.js'
import { linesOf, printedArticle } from './law-text.js'

/** How finely a change is written: as words, as a whole 款, or as the whole article. */
export type Grain = 'phrase' | 'paragraph' | 'article'

/** How the changes of articles are to be written. */
export interface ArticleWording {
  /** As words where nothing is said. */
  grains: ReadonlyMap<ArticleChange, Grain>
  /** Articles to be written out although nothing but their references should change. */
  forced: ReadonlySet<ArticleChange>
}

/** What a decision says of articles, in the order of the text. */
export function articleItems(texts: DecisionTexts, wording: ArticleWording): string[] {
  const items: string[] = []
  const { articles } = texts.comparison
  for (let index = 0; index < articles.length; index++) {
    const change = articles[index]!
    if (change.kind === 'added') {
      let last = index
      while (articles[last + 1]?.kind === 'added' && standTogether(texts, articles[last]!, articles[last + 1]!))
        last += 1
      items.push(addition(texts, articles.slice(index, last + 1)))
      index = last
      continue
    }
    const item = changeItem(texts, wording, change)
    if (item !== undefined) items.push(item)
  }
  return items
}

function standTogether(texts: DecisionTexts, left: ArticleChange, right: ArticleChange): boolean {
  const [a, b] = [itemOf(texts, left.new[0]!), itemOf(texts, right.new[0]!)]
  return (
    a.holder === b.holder &&
    (a.number?.value ?? 0) + 1 === b.number?.value &&
    a.number?.insert === undefined &&
    b.number.insert === undefined
  )
}

function itemOf(texts: DecisionTexts, address: string): LawItem {
  return texts.newByAddress.get(address)!
}

function addition(texts: DecisionTexts, changes: readonly ArticleChange[]): string {
  const added = changes.map((change) => itemOf(texts, change.new[0]!))
  const numbers = added.map(({ number }) => printedArticle(number!))
  const where = placeOfAddition(texts, added[0]!)
  if (added.length === 1) return `${where}增加一条，作为${numbers[0]}：${quoted(linesOf(added[0]!, false))}`
  const text = added.map((item) => quoted(linesOf(item))).join('\n\n')
  return `${where}增加${formatNumeral(added.length)}条，分别作为${numbers.join('、')}：\n\n${text}`
}

/** 在第三章 where an added article would otherwise fall to the chapter before. */
function placeOfAddition(texts: DecisionTexts, item: LawItem): string {
  const articles = texts.next.items.filter(({ type }) => type === 'article')
  const before = articles[articles.indexOf(item) - 1]
  if (before === undefined || before.holder === item.holder || item.holder === undefined) {
    if (item.number?.insert !== undefined && before !== undefined) return `在${printedArticle(before.number!)}后`
    return ''
  }
  const origin = texts.comparison.addresses.toOld(item.holder.origin ?? '')?.[0]
  return origin === undefined ? '' : `在${formatAddress(origin)}`
}

function changeItem(texts: DecisionTexts, wording: ArticleWording, change: ArticleChange): string | undefined {
  const olds = change.old.map((address) => formatAddress(address))
  const news = change.new.map((address) => formatAddress(address))
  switch (change.kind) {
    case 'deleted':
      return `删去${olds.join('、')}。`
    case 'merged':
      if (news.length > 1) return regrouped(texts, change)
      return `将${olds.join('、')}合并，作为${news[0]}，修改为：${quoted(linesOf(itemOf(texts, change.new[0]!), false))}`
    case 'split': {
      const parts = change.new.map((address) => quoted(linesOf(itemOf(texts, address)))).join('\n\n')
      return `将${olds[0]}分为${formatNumeral(news.length)}条，作为${news.join('、')}，修改为：\n\n${parts}`
    }
    case 'moved':
      return movedItem(texts, wording, change, olds[0]!, news[0]!)
    case 'unchanged':
    case 'renumbered':
      if (!wording.forced.has(change)) return undefined
      return replacement(texts, change.new[0]!, olds[0]!, news[0]!)
    default:
      if (change.referencesOnly && !wording.forced.has(change)) return undefined
      return modifiedItem(texts, wording, change, olds[0]!, news[0]!)
  }
}

/** Articles put together anew: each takes the place of the one that stands where it stands; no pattern says more. */
function regrouped(texts: DecisionTexts, { old: olds, new: news }: ArticleChange): string {
  const sentences = news.map((address, index) => {
    const [before, after] = [olds[index], formatAddress(address)]
    if (before !== undefined) return replacement(texts, address, formatAddress(before), after)
    return `增加一条，作为${after}：${quoted(linesOf(itemOf(texts, address), false))}`
  })
  const gone = olds.slice(news.length).map((address) => formatAddress(address))
  if (gone.length > 0) sentences.push(`删去${gone.join('、')}。`)
  return sentences.join('\n\n')
}

function movedItem(
  texts: DecisionTexts,
  wording: ArticleWording,
  change: ArticleChange,
  old: string,
  next: string
): string {
  const item = itemOf(texts, change.new[0]!)
  const before = texts.oldByAddress.get(change.old[0]!)
  const reworded = change.modified || wording.forced.has(change)
  const text = reworded ? `，修改为：${quoted(linesOf(item, false))}` : '。'
  const holderNow = item.holder?.origin
  const holderThen = before?.holder?.origin
  const stays = holderThen !== undefined && texts.comparison.addresses.toNew(holderThen)?.[0] === holderNow
  const origin = holderNow === undefined ? undefined : texts.comparison.addresses.toOld(holderNow)?.[0]
  if (stays || origin === undefined) return old === next && !reworded ? '' : `将${old}改为${next}${text}`
  return `将${old}移至${formatAddress(origin)}，作为${next}${text}`
}

/** An article put in the place of one: `address` is where its new text stands. */
function replacement(texts: DecisionTexts, address: string, old: string, next: string): string {
  const text = quoted(linesOf(itemOf(texts, address), false))
  return old === next ? `将${old}修改为：${text}` : `将${old}改为${next}，修改为：${text}`
}

function modifiedItem(
  texts: DecisionTexts,
  wording: ArticleWording,
  change: ArticleChange,
  old: string,
  next: string
): string {
  const grain = wording.grains.get(change) ?? 'phrase'
  const head = old === next ? `将${old}` : `将${old}改为${next}，`
  if (grain === 'phrase') {
    const phrase = phraseItem(texts, change, old, next)
    if (phrase !== undefined) return phrase
  }
  if (grain !== 'article') {
    const paragraphs = paragraphItems(texts, change)
    if (paragraphs !== undefined) {
      return old === next
        ? paragraphs
            .map(({ verb, place, rest }) => `${verb === '' ? '将' : ''}${verb}${old}${place}${rest}`)
            .join('\n\n')
        : `${head}${paragraphs.map(({ verb, place, rest }, index) => `${verb}${index === 0 || place === '' ? '' : ''}${place}${rest}`).join('\n\n')}`
    }
  }
  return replacement(texts, change.new[0]!, old, next)
}
