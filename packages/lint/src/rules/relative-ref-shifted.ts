import type { ClauseText, Root } from 'regast'
import { clauseTexts, formatAddress } from 'regast'
import { type DocumentView, isBody } from '../document-view.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

const relative = /前(?:两|二|三)?款|前条/g

export default documentRule({
  id: 'relative-ref-shifted',
  group: 'citation',
  summary: {
    zh: '“前款”“前条”所指与上一稿相同。',
    en: 'What 前款 and 前条 point to is what it was in the draft before.'
  },
  rationale: '在“前款”和它的所指之间插入一款，文字一个没改，所指却变了。与上一稿比较才能发现。',
  sources: [source(practice, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  needs: 'previous',
  good: [
    {
      previous: '第一条　样品应当登记。\n前款规定的登记不收费。',
      text: '第一条　样品应当及时登记。\n前款规定的登记不收费。'
    },
    {
      previous: '第一条　样品应当登记。\n前款规定的登记不收费。',
      text: '第一条　样品应当公示。\n第二条　样品应当登记。\n前款规定的登记不收费。'
    },
    { previous: '第一条　样品应当登记。', text: '第一条　样品应当登记。\n前款规定的登记不收费。' }
  ],
  bad: [
    {
      previous: '第一条　样品应当登记。\n前款规定的登记不收费。',
      text: '第一条　样品应当登记。\n公示期为七日。\n⟦前款⟧规定的登记不收费。'
    },
    {
      previous: '第一条　样品应当登记。\n第二条　违反前条规定的，通报批评。',
      text: '第一条　样品应当登记。\n第二条　公示期为七日。\n第三条　违反⟦前条⟧规定的，通报批评。'
    },
    {
      previous: '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n前款第一项规定的样品单独存放。',
      text: '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n样品库由市样品局管理。\n⟦前款⟧第一项规定的样品单独存放。'
    }
  ],
  check(document, report) {
    const { previous } = document.input
    if (previous === undefined) return
    const before = textsOf(previous)
    const now = textsOf(document.tree)
    const whole = new Map(now.list.map((entry) => [entry.text, entry]))
    for (const clause of document.bodyClauses) {
      const matches = [...clause.text.matchAll(relative)]
      const old = matches.length === 0 ? undefined : before.unique.get(clause.text)
      if (old === undefined) continue
      for (const match of matches) {
        const byArticle = match[0] === '前条'
        const was = before.target(old, byArticle)
        const is = now.target(clause.address, byArticle)
        // What it pointed to still stands, as another clause than the one before: something came in between.
        const moved = was === undefined ? undefined : whole.get(was.text)
        if (
          was === undefined ||
          is === undefined ||
          moved === undefined ||
          is.text === was.text ||
          moved.address === is.address
        )
          continue
        const other = clauseAt(document, moved.address)
        report({
          clause,
          start: match.index,
          end: match.index + match[0].length,
          reason: {
            zh: `上一稿中“${match[0]}”所指的文字现在是${moved.label}，中间插入了内容，核对所指。`,
            en: `What “${match[0]}” pointed to in the draft before is now “${moved.label}”; something came in between.`
          },
          ...(other === undefined
            ? {}
            : { related: [{ clause: other, reason: { zh: '上一稿的所指', en: 'what it pointed to before' } }] })
        })
      }
    }
  }
})

interface Whole {
  address: string
  text: string
  label: string
}

/** 款 and 条 of a draft with everything below them, and how to step back from one. */
function textsOf(tree: Root) {
  const paragraphs = new Map<string, string>()
  const articles = new Map<string, string>()
  const unique = new Map<string, string | undefined>()
  for (const { node, address, text } of clauseTexts(tree)) {
    if (!isBody(node.type)) continue
    const [article] = address.split('__para_')
    const paragraph = /^.*?__para_\d+/.exec(address)?.[0] ?? address
    paragraphs.set(paragraph, `${paragraphs.get(paragraph) ?? ''}${text}\n`)
    articles.set(article!, `${articles.get(article!) ?? ''}${text}\n`)
    unique.set(text, unique.has(text) ? undefined : address)
  }
  const before = new Map([...articles.keys()].map((address, index, all) => [address, all[index - 1]]))
  const whole = (address: string, text: string | undefined): Whole | undefined =>
    text === undefined ? undefined : { address, text, label: formatAddress(address) }
  return {
    unique,
    list: [...articles, ...paragraphs].map(([address, text]) => whole(address, text)!),
    target(address: string, byArticle: boolean): Whole | undefined {
      const [article, below] = address.split('__para_')
      if (byArticle) {
        const address = before.get(article!)
        return address === undefined ? undefined : whole(address, articles.get(address))
      }
      const number = Number.parseInt(below ?? '0', 10) - 1
      const paragraph = `${article}__para_${number}`
      return whole(paragraph, paragraphs.get(paragraph))
    }
  }
}

function clauseAt(document: DocumentView, address: string): ClauseText | undefined {
  return document.bodyClauses.find((clause) => clause.address === address || clause.address.startsWith(`${address}__`))
}
