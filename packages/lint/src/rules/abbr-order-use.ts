import type { ClauseText, Root } from 'regast'
import { clauseTexts } from 'regast'
import { type Abbreviation, abbreviationsIn } from '../abbreviations.js'
import { isBody } from '../document-view.js'
import { isQuoted, quotedStretches } from '../quotations.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

export default documentRule({
  id: 'abbr-order-use',
  group: 'clauses',
  summary: {
    zh: '简称先约定后使用；约定了就要用；只约定一次。',
    en: 'An abbreviation is defined before it is used, is used, and is defined once.'
  },
  rationale:
    '没有再用到的“以下简称”是多余的；在约定之前就用，读者不知所指。与上一稿比较时，还检查约定已经删去、简称却留下的情形。',
  sources: [source(practice, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  options: {
    anyTerm: {
      default: false,
      schema: { type: 'boolean' },
      description: '不但法规的简称，一般名称在约定之前使用也提示'
    }
  },
  good: [
    '第一条　样品登记机关（以下简称登记机关）负责登记。\n第二条　登记机关应当公示。',
    '第一条　甲类样品、乙类样品（以下统称专管样品）应当登记。\n第二条　专管样品由专人保管。',
    {
      previous: '第一条　样品联席会议（以下简称联席会议）每年召开。\n第二条　争议由联席会议协调。',
      text: '第一条　样品联席会议（以下简称联席会议）每季召开。\n第二条　争议由联席会议协调。'
    }
  ],
  bad: [
    '第一条　样品登记机关（⟦以下简称登记机关⟧）负责登记。\n第二条　样品应当公示。',
    '第一条　样品应当登记。\n第二条　登记依照⟦样品条例⟧办理。\n第三条　《云川省样品登记条例》（以下简称样品条例）另有规定的除外；样品条例没有规定的，适用本办法。',
    {
      previous: '第一条　样品联席会议（以下简称联席会议）每年召开。\n第二条　争议由联席会议协调。',
      text: '第一条　样品工作会议每年召开。\n第二条　争议由⟦联席会议⟧协调。'
    }
  ],
  check(document, report, options) {
    const texts = document.clauses
    const defined = abbreviationsIn(texts)
    const first = new Map<string, Abbreviation>()
    const allUses = usesOf(
      defined.map(({ name }) => name),
      texts
    )
    for (const abbreviation of defined) {
      const { name, clause, start, end, phraseStart, phraseEnd } = abbreviation
      const known = first.get(name)
      // Of two titles abbr-one-to-one tells.
      const twoTitles = known?.title !== undefined && known.title !== (abbreviation.title ?? known.title)
      if (known !== undefined && name.length > 2 && !twoTitles) {
        report({
          clause,
          start: phraseStart,
          end: phraseEnd,
          reason: { zh: `简称“${name}”前面已经约定过。`, en: `The abbreviation “${name}” was defined before.` },
          related: [
            {
              clause: known.clause,
              start: known.phraseStart,
              end: known.phraseEnd,
              reason: { zh: '前一次约定', en: 'the definition before' }
            }
          ]
        })
        continue
      }
      first.set(name, abbreviation)
      const uses = allUses.get(name) ?? []
      if (!uses.some((use) => use.index !== abbreviation.index || use.start >= end || use.start < start - 60)) {
        report({
          clause,
          start: phraseStart,
          end: phraseEnd,
          reason: { zh: `简称“${name}”后面没有用到。`, en: `The abbreviation “${name}” is not used afterwards.` }
        })
        continue
      }
      // A general word (登记机关) may stand before it is made an abbreviation; the short name of a title never does.
      const early = uses.find(
        (use) =>
          (options.anyTerm === true || abbreviation.title !== undefined) &&
          use.index < abbreviation.index &&
          isBody(use.clause.node.type) &&
          !use.clause.address.startsWith('art_1__') &&
          standsAlone(use.clause.text, use.start) &&
          !isQuoted(quotedStretches(use.clause.text), use.start, use.start + name.length)
      )
      if (early !== undefined) {
        report({
          clause: early.clause,
          start: early.start,
          end: early.start + name.length,
          reason: {
            zh: `“${name}”在约定为简称之前就使用了。`,
            en: `“${name}” is used before it is defined as an abbreviation.`
          },
          related: [
            { clause, start: phraseStart, end: phraseEnd, reason: { zh: '约定在这里', en: 'it is defined here' } }
          ]
        })
      }
    }
    if (document.input.previous !== undefined) orphans(document.input.previous, texts, first, report)
  }
})

interface Use {
  clause: ClauseText
  index: number
  start: number
}

/** Where names are used, in one pass over the texts: at every place each length that some name has is tried. */
function usesOf(names: Iterable<string>, texts: readonly ClauseText[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>([...names].map((name) => [name, []]))
  const firsts = new Set([...uses.keys()].map((name) => name.charCodeAt(0)))
  const lengths = [...new Set([...uses.keys()].map((name) => name.length))]
  if (lengths.length === 0) return uses
  for (const [index, clause] of texts.entries()) {
    const { text } = clause
    for (let start = 0; start < text.length; start++) {
      if (!firsts.has(text.charCodeAt(start))) continue
      for (const length of lengths) uses.get(text.slice(start, start + length))?.push({ clause, index, start })
    }
  }
  return uses
}

/** Whether a name begins there as a word of its own: the end of a longer name is not yet the abbreviation. */
function standsAlone(text: string, start: number): boolean {
  return start === 0 || /[，。；：、（“由向经和与及对在被报送照据按]/.test(text[start - 1]!)
}

/** Abbreviations of the draft before that lost their definition and are still used. */
function orphans(
  previous: Root,
  texts: readonly ClauseText[],
  kept: ReadonlyMap<string, unknown>,
  report: Parameters<Parameters<typeof documentRule>[0]['check']>[1]
): void {
  const lost = new Set(abbreviationsIn(clauseTexts(previous)).map(({ name }) => name))
  for (const name of kept.keys()) lost.delete(name)
  for (const [name, uses] of usesOf(lost, texts)) {
    for (const { clause, start } of uses) {
      if (!isBody(clause.node.type)) continue
      report({
        clause,
        start,
        end: start + name.length,
        reason: {
          zh: `上一稿约定的简称“${name}”，约定的文字已经删去，这里还在用。`,
          en: `The draft before defined “${name}”; the definition is gone and the name is still used here.`
        }
      })
    }
  }
}
