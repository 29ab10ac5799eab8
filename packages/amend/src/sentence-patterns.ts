import { parseNumeral } from 'regast'
import type { AmendedPlace, Operation, QuotedText } from './operation.js'
import { deepestLevel, placePattern, placesPattern, readPlaces } from './places.js'

/** What a pattern is given: groups of its match, the quotations, and the place that is open in this item. */
export interface PatternInput {
  groups: Record<string, string | undefined>
  quotations: readonly QuotedText[]
  open: AmendedPlace | undefined
}

/** What a pattern makes: operations, and the place that the following sentence leaves unsaid. */
export interface PatternResult {
  operations: Operation[]
  open?: AmendedPlace | undefined
}

/** One way of saying what is to be changed. `read` gives nothing where the words match and the sense does not. */
export interface SentencePattern {
  /** Numbers of the patterns that docs/amendments.md lists. */
  name: string
  pattern: RegExp
  read(input: PatternInput): PatternResult | undefined
}

const quote = '⟦\\d+⟧'
const changes = '(?:统一|均|一律|相应)?(?:修改|改|替换|表述修改|分别修改|相应修改|相应地修改|相应改|修正)为'
const becomes = '(?:相应地?)?(?:改为|作为|修改为|调整为|顺延为|变更为|改作|分别改为|分别作为|依次改为)(?:修改后)?'
const colon = '[：，]?'
/** Quotations side by side, up to the one with which the next pair begins. */
const quotes = `${quote}(?:、?${quote}(?!(?:分别)?${changes}|(?:之)?(?:后|前)))*`
const count = '[一二两三四五六七八九十0-9]+'
const places = (name: string) => `(?<${name}>${placesPattern})`
const place = (name: string) => `(?<${name}>${placePattern})`
const quoteList = `${quote}(?:、?${quote})*`
const q = (name: string) => `(?<${name}>${quotes})`

const structureHeading = /^第[一二三四五六七八九十百]+[编章节][\s\u3000]/

const heads = '(?:将|把|对)?'

/** Patterns in the order in which they are tried at the beginning of a sentence; the first that makes sense is taken. */
export const sentencePatterns: SentencePattern[] = [
  sentence(
    'rename',
    `${heads}(?:本?(?:名称|题目|标题|法律名称)|(?:《[^》]*》|本(?:法|条例|规定|办法|规则|细则|解释))(?:的)?(?:名称|题目|标题))${changes}${colon}(?:${q('to')}|《(?<bare>[^《》]+(?:《[^《》]*》[^《》]*)*)》)`,
    ({ groups, quotations }) => ({
      operations: [{ type: 'rename', title: groups.bare ?? words(groups.to, quotations).replace(/^《|》$/g, '') }]
    })
  ),
  sentence('close', '(?:本(?:决定|修正案))(?<when>自.{1,24}?(?:起)?(?:施行|实施|生效))', () => ({ operations: [] })),
  sentence(
    'order',
    `${heads}(?:《[^》]*》)?(?:的)?条文顺序(?:作|做)?相应调整[：，](?<moves>${quote}调整为${quote}(?:[，；、]${quote}调整为${quote})*)`,
    ({ groups, quotations }) => ({
      operations: [...(groups.moves ?? '').matchAll(/⟦(\d+)⟧调整为⟦(\d+)⟧/g)].flatMap((match): Operation[] => {
        const [at] = readPlaces(quotations[Number(match[1])]!.join(''), undefined)
        const [to] = readPlaces(quotations[Number(match[2])]!.join(''), undefined)
        return at === undefined || to === undefined ? [] : [{ type: 'renumber', at, to }]
      })
    })
  ),
  sentence(
    'tail',
    '(?:此外[，]?|并)?(?:对|将)?(?:《[^》]*》)?(?:[的]?(?:部分)?(?:条文|章节|条款)(?:的)?(?:顺序|序号)(?:和[^，。；]{0,12})?)(?:根据本决定)?(?:作|做)?(?:相应(?:的)?)?(?:调整|修改|变动)',
    () => ({
      operations: [{ type: 'renumber-rest' }]
    })
  ),
  sentence(
    'republish',
    '(?:根据本决定[，]?)?《[^》]*》(?:等[^，。；]{0,20})?(?:根据本决定)?(?:作|做)?(?:相应)?(?:的)?(?:修改|修正)(?:后)?(?<adjust>[，]?(?:并)?(?:对|将)?(?:条文|章节)(?:的)?(?:顺序|序号)(?:作|做)?相应(?:的)?调整|[，]?并调整(?:条文|章节)(?:的)?顺序)?(?:后)?[，]?(?:重新公布|重新发布|予以公布|公布)?',
    ({ groups }) => ({
      operations: groups.adjust === undefined ? [] : [{ type: 'renumber-rest' }]
    })
  ),
  sentence(
    'add-structure',
    `(?:在)?(?:${place('after')}(?:${quote})?(?:中|后|之后)?)?[，]?(?:并)?增加(?<count>${count})(?<level>章|节|编)[，]?(?:分别)?作为${place('to')}(?:[，]?(?:章名|节名|编名|名称|标题)为)?${colon}(?<heading>${quote})(?:[，；]?(?:包括|增加[一二三四五六七八九十百]+条[，]?分别作为)(?<covers>${placesPattern}))?(?:(?:[，；。]?(?:其)?(?:内容|条文|规定)如下)?${colon}(?<text>${quote}))?`,
    ({ groups, quotations, open }) => {
      const [after] = readPlaces(groups.after ?? '', open)
      const [to] = readPlaces(groups.to!, after)
      if (to === undefined) return undefined
      const covered = readPlaces(groups.covers ?? '', undefined)
      const lines = groups.text === undefined ? [] : quotationOf(groups.text, quotations)
      // The heading may be said again above the articles.
      const text = lines.filter((line, index) => index > 0 || !structureHeading.test(line))
      return {
        operations: [
          {
            type: 'add-structure',
            to,
            heading: words(groups.heading, quotations),
            ...(covered.length > 0 && { covers: [covered[0]!, covered.at(-1)!] }),
            ...(text.length > 0 && { text })
          }
        ],
        open: to
      }
    }
  ),
  sentence('add-preamble', `增加(?:一段)?(?:引言|序言)${colon}${q('text')}`, ({ groups, quotations }) => ({
    operations: [{ type: 'add-preamble', text: joined(groups.text, quotations) }]
  })),
  sentence(
    'rename-structure',
    `${heads}${place('at')}(?:的)?(?:章名|节名|编名|标题|名称)(?:${quote})?${changes}${colon}(?<to>${quote})`,
    ({ groups, quotations, open }) => {
      const [at] = readPlaces(groups.at!, open)
      return at && { operations: [{ type: 'rename-structure', at, heading: words(groups.to, quotations) }], open: at }
    }
  ),
  sentence(
    'delete-heading',
    `(?:将)?删(?:去|除)${place('at')}(?:的)?(?:章名|节名|编名)(?:${quote})?`,
    ({ groups, open }) => {
      const [at] = readPlaces(groups.at!, open)
      return at && { operations: [{ type: 'delete-heading', at }], open: at }
    }
  ),
  sentence('cover', `${heads}${place('at')}(?:调整为)?包括${places('covers')}`, ({ groups, open }) => {
    const [at] = readPlaces(groups.at!, open)
    const covers = readPlaces(groups.covers!, undefined)
    if (at === undefined || covers.length === 0) return undefined
    return { operations: [{ type: 'cover', at, covers: [covers[0]!, covers.at(-1)!] }], open: at }
  }),
  sentence(
    'merge',
    `${heads}${places('at')}合并(?:为一[条款项])?(?:[，]?(?:作为|改为|为)${place('to')})?[，]?(?:并)?(?:修改为)?${colon}(?<text>${quotes})`,
    ({ groups, quotations, open }) => {
      const at = readPlaces(groups.at!, open)
      const [to] = readPlaces(groups.to ?? '', at[0])
      if (at.length < 2) return undefined
      return {
        operations: [{ type: 'merge', at, ...(to && { to }), text: joined(groups.text, quotations) }],
        open: to ?? at[0]
      }
    }
  ),
  sentence(
    'split',
    `${heads}${place('at')}(?:分为|拆分为|分成)${count}[条款](?:[，]?(?:分别)?(?:作为|改为)${places('to')})?[，]?(?:分别)?(?:修改为)?${colon}(?<text>${quotes})`,
    ({ groups, quotations, open }) => {
      const [at] = readPlaces(groups.at!, open)
      if (at === undefined) return undefined
      const to = readPlaces(groups.to ?? '', at)
      return { operations: [{ type: 'split', at, to, text: quotationsOf(groups.text, quotations) }], open: to[0] ?? at }
    }
  ),
  sentence(
    'move',
    `${heads}${place('at')}(?:移|调整|移动)(?:至|到|入)${place('into')}(?:中|之?后)?(?:[，]?(?:改为|作为)${place('to')})?(?:[，]?(?:并)?修改为${colon}(?<text>${quotes}))?`,
    ({ groups, quotations, open }) => {
      const [at] = readPlaces(groups.at!, open)
      const [into] = readPlaces(groups.into!, undefined)
      const [to] = readPlaces(groups.to ?? '', at)
      if (at === undefined || into === undefined) return undefined
      // 移至第三条之后，作为第四条: its number says where it goes.
      if (deepestLevel(into) === 'article') {
        if (to === undefined) return undefined
        const written = groups.text === undefined ? undefined : joined(groups.text, quotations)
        return {
          operations: [
            written === undefined
              ? { type: 'renumber', at, to }
              : { type: 'replace', at: [at], to: [to], text: written }
          ],
          open: to
        }
      }
      const text = groups.text === undefined ? undefined : joined(groups.text, quotations)
      return { operations: [{ type: 'move', at, into, ...(to && { to }), ...(text && { text }) }], open: to ?? at }
    }
  ),
  sentence(
    'insert-phrase',
    `(?:在)?(?:${places('at')}(?:${quote})?(?:中)?(?:的)?(?:[：，])?)?(?:在)?(?<anchor>${quote})(?:一?[词句语])?(?:之)?(?<side>后|前)(?:面)?(?:增加|增写|增加规定|加上)(?:规定|一句|一段)?[，]?(?:内容为)?${colon}(?<text>${quote})(?<more>(?:[，、；和](?:并)?(?:在)?${quote}(?:之)?(?:后|前)(?:增加|增写)${quote})*)`,
    ({ groups, quotations, open }) => {
      const at = placesOr(groups.at, open)
      if (at === undefined) return undefined
      const insertions = [
        `${groups.anchor}${groups.side}${groups.text}`,
        ...(groups.more ?? '').split(/[，、；和](?=(?:并)?(?:在)?⟦)/)
      ]
      const operations = insertions.flatMap((insertion): Operation[] => {
        const match = /(⟦\d+⟧)[^⟦后前]*(后|前)[^⟦]*(⟦\d+⟧)/.exec(insertion)
        if (match === null) return []
        const side = match[2] === '后' ? 'after' : 'before'
        return [
          { type: 'insert-phrase', at, side, anchor: words(match[1], quotations), text: words(match[3], quotations) }
        ]
      })
      return { operations, open: at.at(-1) }
    }
  ),
  sentence(
    'append',
    `(?:在)?${place('at')}(?:(?:末尾|最后|开始|开头|条首)(?:部分)?(?:增加|增写)(?:规定)?|增加规定)${colon}(?<text>${quote})`,
    ({ groups, quotations, open }) => {
      const [at] = readPlaces(groups.at!, open)
      const start = /(?:开始|开头|条首)/.test(groups[0] ?? '')
      return (
        at && {
          operations: [
            {
              type: 'insert-phrase',
              at: [at],
              side: start ? 'before' : 'end',
              anchor: '',
              text: words(groups.text, quotations)
            }
          ],
          open: at
        }
      )
    }
  ),
  sentence(
    'add',
    `(?:在|将)?(?:${place('where')}(?:${quote}|[\\u4e00-\\u9fff]{2,16}职权)?(?<side>中|后|之后|以后|前|之前)?[，]?)?(?:新?增加?|增写)(?<count>${count})(?<level>条|款|项|目|自然段)(?:[，]?(?:分别)?作为(?<to>${placesPattern}))?(?:[，]?(?:规定|内容为)?|[，。；]?(?:其)?(?:内容|条文|规定)如下)${colon}(?<text>${quotes})?`,
    readAdd
  ),
  sentence(
    'lead',
    `${heads}${place('at')}(?:的)?(?:引言|条首|开始|开头|导语|首句|第一句)(?:部分)?${changes}${colon}(?<text>${quote})`,
    ({ groups, quotations, open }) => {
      const [at] = readPlaces(groups.at!, open)
      return at && { operations: [{ type: 'replace-lead', at, text: quotationOf(groups.text!, quotations) }], open: at }
    }
  ),
  sentence(
    'replace-phrase',
    `${heads}(?:(?<everywhere>全文|(?:各)?条文|本(?:法|条例|规定|办法|规则|细则|解释))(?:中)?|(?<title>名称、)?${places('at')}(?:${quote})?(?:(?:中|末尾|第${count}句|后[一二两三]句)(?:的)?|的)?[：，]?)?(?:中)?(?:的)?(?<from>${quoteList})(?:一?[词句语])?[，]?(?:分别)?${changes}${colon}(?<to>${quotes})(?<more>(?:[，；、](?:并)?(?:将)?${quoteList}(?:分别)?${changes}${colon}${quotes})*)`,
    readReplacePhrase
  ),
  sentence(
    'delete-phrase',
    `(?:将)?删(?:去|除)${places('at')}(?:${quote})?(?:中|末尾|规定|规定中)?(?:的)?(?<text>${quote}(?:[、，和]${quote})*)(?<more>(?:[、，和]${placePattern}(?:中|末尾|规定)?(?:的)?${quote})*)`,
    readDeletePhrase
  ),
  // 将第三条中的“甲”删去 says the same the other way round.
  sentence(
    'delete-phrase-behind',
    `(?:将|把)${places('at')}(?:${quote})?(?:中|末尾|规定|规定中)?(?:的)?(?<text>${quote}(?:[、，和]${quote})*)(?:一?[词句语])?(?:予以)?删(?:去|除)`,
    readDeletePhrase
  ),
  sentence(
    'delete-behind',
    `(?:(?:将|把)${places('at')}(?:予以)?|${places('subject')}予以)删(?:去|除)`,
    ({ groups, open }) => {
      const at = readPlaces((groups.at ?? groups.subject)!, open)
      return { operations: at.map((each): Operation => ({ type: 'delete', at: each })), open: at.at(-1) }
    }
  ),
  // …中的“甲”修改为“乙”，删去“丙”: the place is still open.
  sentence('delete-phrase-open', `删(?:去|除)(?<text>${quote}(?:[、，和]${quote})*)`, ({ groups, quotations, open }) =>
    open === undefined
      ? undefined
      : {
          operations: quotationsOf(groups.text, quotations).map(
            (text): Operation => ({ type: 'delete-phrase', at: [open], text: text.join('\n') })
          ),
          open
        }
  ),
  sentence('delete', `(?:将)?删(?:去|除)${places('at')}(?!(?:中|末尾|规定)?的?⟦)`, ({ groups, open }) => {
    const at = readPlaces(groups.at!, open)
    return { operations: at.map((each): Operation => ({ type: 'delete', at: each })), open: at.at(-1) }
  }),
  sentence(
    'renumber',
    `${heads}${places('at')}(?:单列(?:为)?一条[，]?)?${becomes}${places('to')}(?:[，；]?(?:并)?(?:将)?(?:其)?(?:内容)?(?:相应)?修改为${colon}(?<text>${quotes})|[：](?<bare>${quotes}))?`,
    readRenumber
  ),
  sentence(
    'replace',
    `${heads}${places('at')}(?:的)?(?:内容|规定)?(?:分别)?${changes}${colon}(?<text>${quotes})`,
    readReplace
  ),
  // 这一自然段相应修改为 repeats the whole after its pieces were changed.
  sentence(
    'repeat',
    `${heads}(?:该条|该款|该项|这一条|这一款|这一自然段)(?:相应地?)?${changes}${colon}(?<text>${quotes})`,
    readReplace
  )
]

function sentence(name: string, pattern: string, read: SentencePattern['read']): SentencePattern {
  return { name, pattern: new RegExp(pattern, 'y'), read }
}

function readAdd({ groups, quotations, open }: PatternInput): PatternResult | undefined {
  const levels = { 条: 'article', 款: 'paragraph', 自然段: 'paragraph', 项: 'point', 目: 'indent' } as const
  const level = levels[groups.level as keyof typeof levels]
  const many = parseNumeral(groups.count!.replace('两', '二')) ?? 1
  const [where] = readPlaces(groups.where ?? '', open)
  const base = where ?? (level === 'article' ? undefined : open)
  const to = readPlaces(groups.to ?? '', base)
  const text = splitAdded(quotationsOf(groups.text, quotations), many)
  const operation: Operation = { type: 'add', level, count: many, to, text }
  const side = groups.side
  if (where !== undefined) {
    const sameLevel = deepestLevel(where) === level
    if (side !== undefined && /后/.test(side)) operation.after = where
    else if (side !== undefined && /前/.test(side)) operation.before = where
    else if (!sameLevel) operation.within = where
  } else if (level !== 'article' && open !== undefined) operation.within = withoutBelow(open, level)
  if (
    level === 'point' &&
    operation.within !== undefined &&
    operation.within.paragraph === undefined &&
    open?.paragraph !== undefined &&
    where === undefined
  ) {
    operation.within = { ...operation.within, paragraph: open.paragraph }
  }
  return {
    operations: [operation],
    open: level === 'article' ? (to.at(-1) ?? where) : (operation.within ?? to[0] ?? open)
  }
}

function withoutBelow(place: AmendedPlace, level: 'paragraph' | 'point' | 'indent'): AmendedPlace {
  const { indent: _, ...rest } = place
  if (level === 'indent') return rest
  const { point: __, ...above } = rest
  if (level === 'point') return above
  const { paragraph: ___, ...article } = above
  return article
}

/** One quotation with several articles or paragraphs in it is taken apart where the words announce several. */
function splitAdded(text: QuotedText[], many: number): QuotedText[] {
  if (text.length === many || text.length !== 1 || many === 1) return text
  const lines = text[0]!
  const starts = lines.flatMap((line, index) => (/^第[〇零一二三四五六七八九十百千0-9]+条/.test(line) ? [index] : []))
  if (starts.length === many) return starts.map((start, index) => lines.slice(start, starts[index + 1]))
  return lines.length === many ? lines.map((line) => [line]) : text
}

function readReplacePhrase({ groups, quotations, open }: PatternInput): PatternResult | undefined {
  const everywhere = groups.everywhere !== undefined || (groups.at === undefined && open === undefined)
  const flags = {
    ...(everywhere && { everywhere: true as const }),
    ...(groups.title !== undefined && { inTitle: true as const })
  }
  const at = everywhere ? [] : placesOr(groups.at, open)
  if (at === undefined) return undefined
  const operations: Operation[] = []
  const pairs = [
    `${groups.from}修改为${groups.to}`,
    ...(groups.more ?? '').split(/[，；、](?=(?:并)?(?:将)?⟦\d+⟧(?:分别)?[^⟦]{0,6}为)/)
  ]
  for (const pair of pairs) {
    const sides = /^[^⟦]*((?:⟦\d+⟧[，、；。]?)+)[^⟦]*((?:⟦\d+⟧[，、；。]?)+)$/.exec(pair)
    if (sides === null) continue
    const from = quotationsOf(sides[1], quotations)
    const to = quotationsOf(sides[2], quotations)
    // 甲、乙分别修改为丙、丁; otherwise whole paragraphs stand against whole paragraphs.
    if (from.length === to.length) {
      for (const [index, each] of from.entries()) {
        operations.push({ type: 'replace-phrase', at, ...flags, from: each.join('\n'), to: to[index]!.join('\n') })
      }
    } else {
      operations.push({ type: 'replace-phrase', at, ...flags, from: from.flat().join('\n'), to: to.flat().join('\n') })
    }
  }
  return operations.length === 0 ? undefined : { operations, open: at.at(-1) ?? open }
}

function readDeletePhrase({ groups, quotations, open }: PatternInput): PatternResult {
  const at = readPlaces(groups.at!, open)
  const operations: Operation[] = quotationsOf(groups.text, quotations).map((text) => ({
    type: 'delete-phrase',
    at,
    text: text.join('\n')
  }))
  let last = at.at(-1)
  for (const match of (groups.more ?? '').matchAll(new RegExp(`(${placePattern})[^⟦]*(⟦\\d+⟧)`, 'g'))) {
    const more = readPlaces(match[1]!, last)
    operations.push({ type: 'delete-phrase', at: more, text: words(match[2], quotations) })
    last = more.at(-1) ?? last
  }
  return { operations, open: last }
}

function readRenumber({ groups, quotations, open }: PatternInput): PatternResult | undefined {
  const at = readPlaces(groups.at!, open)
  const to = readPlaces(groups.to!, at[0])
  if (at.length === 0 || at.length !== to.length) return undefined
  const written = groups.text ?? groups.bare
  if (written !== undefined) {
    return { operations: [{ type: 'replace', at, to, text: joined(written, quotations) }], open: to.at(-1) }
  }
  const operations = at.map((each, index): Operation => ({ type: 'renumber', at: each, to: to[index]! }))
  // 将第八条改为第九条，其中的…: what follows names the article that was just renumbered, by its old number.
  return { operations, open: deepestLevel(at.at(-1)!) === 'article' ? at.at(-1) : (to.at(-1) ?? open) }
}

function readReplace({ groups, quotations, open }: PatternInput): PatternResult | undefined {
  const at = readPlaces(groups.at ?? '', open)
  const places = at.length > 0 ? at : open === undefined ? [] : [open]
  if (places.length === 0) return undefined
  if (places[0]!.attachment !== undefined && deepestLevel(places[0]!) === 'attachment') {
    return {
      operations: [{ type: 'replace-attachment', at: places[0]!, text: joined(groups.text, quotations) }],
      open: places[0]
    }
  }
  return { operations: [{ type: 'replace', at: places, text: joined(groups.text, quotations) }], open: places.at(-1) }
}

function placesOr(written: string | undefined, open: AmendedPlace | undefined): AmendedPlace[] | undefined {
  if (written !== undefined) return readPlaces(written, open)
  return open === undefined ? undefined : [open]
}

function quotationsOf(written: string | undefined, quotations: readonly QuotedText[]): QuotedText[] {
  return [...(written ?? '').matchAll(/⟦(\d+)⟧/g)].map((match) => quotations[Number(match[1])]!)
}

function quotationOf(written: string, quotations: readonly QuotedText[]): QuotedText {
  return quotationsOf(written, quotations)[0] ?? []
}

function joined(written: string | undefined, quotations: readonly QuotedText[]): QuotedText {
  return quotationsOf(written, quotations).flat()
}

function words(written: string | undefined, quotations: readonly QuotedText[]): string {
  return joined(written, quotations).join('\n')
}
