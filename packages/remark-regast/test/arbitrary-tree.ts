import fc from 'fast-check'
import { formatNumeral } from 'regast'

// Trees as plain objects without positions and addresses: what a canonical file says.
type Tree = { type: string; [field: string]: unknown }

const sentence = fc
  .tuple(
    fc.constantFrom('值班员', '居民小组', '物业服务人', '楼长', '图书室'),
    fc.constantFrom('应当', '可以', '不得', '每月'),
    fc.constantFrom('登记车辆', '清点图书', '公布账目', '巡查楼道', '安排座位'),
    fc.constantFrom(
      '',
      '',
      '',
      '，编号[2031]5号',
      '，价格2*3元',
      '，a<b',
      '，A&B',
      '，_甲_',
      '（“引语”）',
      '，`代号`',
      '，1. 2倍',
      '，#井',
      '，c:\\d',
      '!',
      '，&amp;'
    )
  )
  .map((parts) => parts.join(''))

const clause = fc.oneof(
  { weight: 6, arbitrary: sentence.map((value) => [text(`${value}。`)]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(sentence, sentence)
      .map(([left, right]) => [text(`${left}，`), text(right, ['strong']), text('。')])
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(sentence, sentence)
      .map(([left, right]) => [text(`${left}，`), { type: 'break' }, text(`${right}。`)])
  }
)
const item = sentence.map((value) => [text(`${value}；`)])
const lead = sentence.map((value) => [text(`${value}，遵守下列规定：`)])
const comment = fc.constantFrom('落实：甲', '待核').map((value): Tree => ({ type: 'comment', value }))
const table: Tree = {
  type: 'block',
  mdast: {
    type: 'table',
    align: [null, null],
    children: [
      ['事项', '要求'],
      ['借阅', '登记']
    ].map((cells) => ({
      type: 'tableRow',
      children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] }))
    }))
  }
}

function text(value: string, marks?: string[]): Tree {
  return marks === undefined ? { type: 'text', value } : { type: 'text', value, marks }
}

function numbered(type: string, value: number, num: string | undefined, children: Tree[]): Tree {
  return {
    type,
    number: { value },
    children: num === undefined ? children : [{ type: 'num', value: num }, ...children]
  }
}

const indents = fc
  .array(item, { minLength: 1, maxLength: 3 })
  .map((list) => list.map((words, index) => numbered('indent', index + 1, `${index + 1}.`, words)))
const points = fc
  .array(fc.tuple(item, fc.option(indents, { freq: 4, nil: [] })), { minLength: 1, maxLength: 4 })
  .map((list) =>
    list.map(([words, below], index) =>
      numbered('point', index + 1, `（${formatNumeral(index + 1)}）`, [...words, ...below])
    )
  )
const bullets = fc
  .array(item, { minLength: 1, maxLength: 3 })
  .map((list) => list.map((words, index) => numbered('point', index + 1, undefined, words)))

const paragraphs = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: clause },
      {
        weight: 2,
        arbitrary: fc
          .tuple(lead, fc.oneof({ weight: 4, arbitrary: points }, { weight: 1, arbitrary: bullets }))
          .map(([words, below]) => [...words, ...below])
      },
      { weight: 1, arbitrary: fc.tuple(clause, comment).map(([words, note]) => [...words, note]) }
    ),
    { minLength: 1, maxLength: 3 }
  )
  .map((list) => list.map((children, index) => numbered('paragraph', index + 1, undefined, children)))

const articleBody = fc.tuple(
  paragraphs,
  fc.option(fc.constantFrom('【目的】', '（适用范围）'), { freq: 5, nil: undefined }),
  fc.boolean(),
  fc.integer({ min: 0, max: 9 })
)
const chapterBody = fc.array(articleBody, { minLength: 1, maxLength: 3 })

type ArticleBody = typeof articleBody extends fc.Arbitrary<infer Value> ? Value : never

function heading(words: string): Tree {
  return { type: 'heading', children: [text(words)] }
}

/** Numbers the articles of a draft as they come; one of ten is a 之一 article. */
class Numbering {
  private value = 0
  private insert = 0

  article([paragraphs, caption, before, dice]: ArticleBody): Tree[] {
    if (dice === 0 && this.value > 0) this.insert += 1
    else {
      this.value += 1
      this.insert = 0
    }
    const { value, insert } = this
    const number = insert === 0 ? { value } : { value, insert }
    const num = { type: 'num', value: `第${formatNumeral(value)}条${insert === 0 ? '' : `之${formatNumeral(insert)}`}` }
    const tail = dice === 1 ? [table] : []
    const article = {
      type: 'article',
      number,
      children: [num, ...(caption === undefined ? [] : [heading(caption)]), ...paragraphs, ...tail]
    }
    return before && dice > 6 ? [{ type: 'comment', value: '待核' }, article] : [article]
  }
}

const names = ['总则', '组织和职责', '开　放', '经费“专户”', '附则']

/** Clause trees of drafts in canonical form. */
export const canonicalTree: fc.Arbitrary<Tree> = fc
  .record({
    title: fc.constantFrom('青石镇社区图书室条例', '楼道公约（试行）'),
    frontMatter: fc.option(fc.constantFrom('stage: 送审稿', 'stage: 送审稿\ndate: 2031-01-01')),
    note: fc.option(fc.constant('（2031年3月5日居民代表会议通过）')),
    preamble: fc.option(fc.tuple(fc.option(fc.constantFrom('总纲', '序言')), paragraphs), { freq: 3 }),
    chapters: fc.array(fc.tuple(chapterBody, fc.boolean()), { minLength: 1, maxLength: 4 }),
    shape: fc.constantFrom('flat', 'chapters', 'sections', 'books', 'divisions'),
    contents: fc.boolean(),
    attachment: fc.option(paragraphs, { freq: 3 }),
    signed: fc.boolean()
  })
  .map(({ title, frontMatter, note, preamble, chapters, shape, contents, attachment, signed }) => {
    const numbering = new Numbering()
    const articles = (body: ArticleBody[]) => body.flatMap((each) => numbering.article(each))
    const units = chapters.map(([body, split], index) => {
      const number = index + 1
      const name = heading(names[index % names.length]!)
      if (shape === 'divisions')
        return numbered('division', number, `${formatNumeral(number)}、`, [name, ...articles(body)])
      if (shape === 'sections' && split) {
        const section = numbered('section', 1, '第一节', [heading('一般规定'), ...articles(body)])
        return numbered('chapter', number, `第${formatNumeral(number)}章`, [name, section])
      }
      if (shape === 'books') {
        const chapter = numbered('chapter', 1, '第一章', [heading('一般规定'), ...articles(body)])
        return numbered('book', number, `第${formatNumeral(number)}编`, [name, chapter])
      }
      return numbered('chapter', number, `第${formatNumeral(number)}章`, [name, ...articles(body)])
    })
    const children: Tree[] = []
    if (frontMatter !== null) children.push({ type: 'frontMatter', value: frontMatter })
    children.push({ type: 'title', children: [text(title)] })
    if (note !== null) children.push({ type: 'note', children: [text(note)] })
    if (contents && shape === 'chapters') {
      const items = chapters.map((_, index) => ({
        type: 'tocItem',
        unit: 'chapter',
        number: { value: index + 1 },
        children: [text(`第${formatNumeral(index + 1)}章　${names[index % names.length]}`)]
      }))
      children.push({ type: 'toc', children: [heading('目录'), ...items] })
    }
    if (preamble !== null) {
      const [words, body] = preamble
      children.push({ type: 'preamble', children: [...(words === null ? [] : [heading(words)]), ...body] })
    }
    children.push(...(shape === 'flat' ? units.flatMap((unit) => (unit.children as Tree[]).slice(2)) : units))
    if (signed) {
      const last = children[children.length - 1]!
      const holder = last.type === 'article' || last.type === 'comment' ? children : deepest(last)
      holder.push(
        { type: 'signature', children: [text('青石镇居民委员会')] },
        { type: 'signature', children: [text('2031年5月6日')] }
      )
    }
    if (attachment !== null) children.push(numbered('attachment', 1, '附件1', [heading('登记表'), ...attachment]))
    return { type: 'root', children }
  })

/** Children of the innermost unit at the end, where a signature stands. */
function deepest(unit: Tree): Tree[] {
  const children = unit.children as Tree[]
  const last = children[children.length - 1]!
  return last.type === 'section' || last.type === 'chapter' ? deepest(last) : children
}
