import fc from 'fast-check'
import { formatNumeral } from 'regast'

/** What drafts of `regulationSource` may hold beside titles, chapters, articles and lists. */
export interface DraftFeatures {
  comments?: boolean
  tables?: boolean
  emphasis?: boolean
  frontMatter?: boolean
  attachments?: boolean
  /** Characters that mean something in Markdown or XML. */
  specials?: boolean
  /** Code, which is text in Markdown only. */
  code?: boolean
}

/** Drafts with all of that. */
export const everyFeature: Required<DraftFeatures> = {
  comments: true,
  tables: true,
  emphasis: true,
  frontMatter: true,
  attachments: true,
  specials: true,
  code: true
}

const subjects = ['社区图书室', '居民小组', '值班员', '物业服务人', '志愿者协会', '财务监督小组', '街道办事处']
const duties = [
  '登记借阅情况',
  '公布开放时间',
  '保管共用设备',
  '听取居民意见',
  '清点库存图书',
  '安排轮值',
  '报告安全隐患',
  '核对账目'
]
const conditions = [
  '每月5日前',
  '发现损坏时',
  '经居民会议同意',
  '在工作日内',
  '遇有特殊情况',
  '依照本办法第一条',
  '依照前款规定'
]
const specials = ['A&B', '<三级>', '2*3', '编号_甲_', '“引语”', '[附注]', '5%～8%', '甲\\乙', 'x > y']

/** Markdown of invented regulations, canonical in form: title, note, chapters, articles, 款, 项 and 目. */
export function regulationSource(features: DraftFeatures = {}): fc.Arbitrary<string> {
  const pick = (words: string[]) => fc.constantFrom(...words)
  const special = features.specials
    ? fc.option(pick(features.code ? [...specials, '`代号`'] : specials), { freq: 6 })
    : fc.constant(null)
  const words = fc
    .tuple(pick(subjects), pick(conditions), pick(duties), special)
    .map(([who, when, what, extra]) => `${who}${when}应当${what}${extra ?? ''}`)
  const emphasised = features.emphasis
    ? fc.oneof(
        { weight: 5, arbitrary: words },
        { weight: 1, arbitrary: words.map((text) => `应当注意 **${text}** 的要求`) }
      )
    : words
  const comment = features.comments
    ? fc.option(
        fc.integer({ min: 1, max: 9 }).map((value) => `<!-- 落实: B-${value} -->`),
        { freq: 5 }
      )
    : fc.constant(null)
  const list = fc.array(fc.tuple(comment, words, fc.array(words, { maxLength: 3 })), { minLength: 2, maxLength: 4 })
  const paragraph = fc.oneof(
    { weight: 3, arbitrary: emphasised.map((text) => [`${text}。`]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(words, list)
        .map(([lead, items]) => [
          `${lead}，并做好下列工作：`,
          ...items.flatMap(([note, text, below], index) => [
            ...(note === null ? [] : [note]),
            `（${formatNumeral(index + 1)}）${text}${below.length > 0 ? '：' : index === items.length - 1 ? '。' : '；'}`,
            ...below.map((inner, at) => `${at + 1}.${inner}${at === below.length - 1 ? '。' : '；'}`)
          ])
        ])
    }
  )
  const table = features.tables
    ? fc.option(
        fc
          .tuple(words, words)
          .map(([left, right]) => `| 事项 | 要求 |\n| --- | --- |\n| ${cell(left)} | ${cell(right)} |`),
        { freq: 6 }
      )
    : fc.constant(null)
  const article = fc.tuple(comment, fc.array(paragraph, { minLength: 1, maxLength: 3 }), table, fc.boolean())
  const chapter = fc.tuple(
    pick(['总则', '职责', '开放和借阅', '经费和监督', '附则']),
    fc.array(article, { minLength: 1, maxLength: 4 }),
    comment
  )
  return fc
    .record({
      title: pick(['枫林社区图书室管理办法', '青石镇共用设备管理规定（试行）', '沙洲居民议事规则']),
      note: fc.option(pick(['（2021年3月5日居民会议通过　2023年6月1日修订）', '（2024年1月9日公布）'])),
      chapters: fc.array(chapter, { minLength: 1, maxLength: 4 }),
      loose: fc.boolean(),
      attachment: features.attachments ? fc.option(words) : fc.constant(null),
      front: features.frontMatter ? fc.option(pick(['征求意见稿', '送审稿'])) : fc.constant(null)
    })
    .map(({ title, note, chapters, loose, attachment, front }) => {
      const blocks: string[] = []
      if (front !== null) blocks.push(`---\nstage: ${front}\nversion: "2"\n---`)
      blocks.push(`# ${title}`)
      if (note !== null) blocks.push(note)
      let number = 0
      for (const [index, [heading, articles, remark]] of chapters.entries()) {
        if (remark !== null) blocks.push(remark)
        if (!loose) blocks.push(`## 第${formatNumeral(index + 1)}章　${heading}`)
        for (const [traced, paragraphs, rows, inserted] of articles) {
          if (traced !== null) blocks.push(traced)
          const label = inserted && number > 0 ? `第${formatNumeral(number)}条之一` : `第${formatNumeral(++number)}条`
          const [[first, ...below], ...others] = paragraphs as [string[], ...string[][]]
          if (inserted && blocks.some((block) => block.startsWith(`${label}　`))) number += 1
          const shown = blocks.some((block) => block.startsWith(`${label}　`)) ? `第${formatNumeral(number)}条` : label
          blocks.push(`${shown}　${first}`, ...below, ...others.flat())
          if (rows !== null) blocks.push(rows)
        }
      }
      if (attachment !== null) blocks.push('## 附件：登记事项说明', `${attachment}。`)
      return `${blocks.join('\n\n')}\n`
    })
}

function cell(text: string): string {
  return text.replaceAll('|', '、').replaceAll('`', '').replaceAll('\\', '')
}
