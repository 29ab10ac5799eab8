import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { applyAmendment, draftDecision, readDecision } from '@tiaoli/amend'
import fc from 'fast-check'
import { formatNumeral } from 'regast'
import { describe, expect, it } from 'vitest'

const laws = new URL('../../../../shared/corpus/laws/', import.meta.url)
const absent = !existsSync(laws)
if (absent && process.env.CI === 'true') throw new Error(`${laws.pathname} is absent, which CI must have`)
if (absent) console.log(`skipped: no folder of dated laws at ${laws.pathname} (optional development data)`)

const body = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n|<!--[\s\S]*?-->/g, '').replace(/\s/g, '')

/** Chapters of articles, each a list of paragraphs. */
function lawOf(chapters: string[][][]): string {
  let number = 0
  const parts = chapters.map((articles, chapter) => {
    const lines = articles.map((paragraphs) => {
      number += 1
      return `第${formatNumeral(number)}条　${paragraphs.join('\n\n')}`
    })
    return [`## 第${formatNumeral(chapter + 1)}章　规定${chapter + 1}`, ...lines].join('\n\n')
  })
  return `# 某市集市管理办法\n\n${parts.join('\n\n')}\n`
}

describe('drafting a decision', () => {
  const base = [
    [['为了规范集市，制定本办法。'], ['市商务局主管集市工作。', '区商务局负责本区的集市工作。']],
    [['摊主应当亮证经营，并书面承诺守法。'], ['违反第三条规定的，由市商务局责令改正。']]
  ]

  it('writes a change of words as words', () => {
    const next = structuredClone(base)
    next[1]![0]![0] = '摊主应当持证经营，并书面承诺守法。'
    const { value, exact } = draftDecision(lawOf(base), lawOf(next), { effective: '2027年5月1日' })
    expect(exact).toBe(true)
    expect(value).toContain('一、将第三条中的“亮证”修改为“持证”。')
    expect(value).toContain('本决定自2027年5月1日起施行。')
  })

  it('names the place of added words by whole words', () => {
    const next = structuredClone(base)
    next[0]![1]![0] += '其他部门予以配合。'
    const { value, exact } = draftDecision(lawOf(base), lawOf(next))
    expect(exact).toBe(true)
    expect(value).toContain('一、在第二条第一款“集市工作。”后增加“其他部门予以配合。”。')
  })

  it('does not take the stage of a draft for its name', () => {
    const next = structuredClone(base)
    next[1]![0]![0] = '摊主应当持证经营，并书面承诺守法。'
    const staged = (text: string, stage: string) => text.replace('办法\n', `办法（${stage}）\n`)
    for (const [old, now] of [
      [lawOf(base), staged(lawOf(next), '修订草案')],
      [staged(lawOf(base), '征求意见稿'), staged(lawOf(next), '送审稿')]
    ] as const) {
      const { value, exact } = draftDecision(old, now)
      expect(exact).toBe(true)
      expect(value).toMatch(/^# 关于修改《某市集市管理办法》的决定\n/)
      expect(value).toContain('一、将第三条中的')
    }
  })

  it('says nothing of references that follow', () => {
    const next = structuredClone(base)
    next[0]!.push(['集市实行登记制度。'])
    next[1]![1]![0] = '违反第四条规定的，由市商务局责令改正。'
    const { value, exact } = draftDecision(lawOf(base), lawOf(next))
    expect(exact).toBe(true)
    expect(value).toContain('一、增加一条，作为第三条：“集市实行登记制度。”\n\n此外，对条文顺序作相应调整。')
    expect(value).not.toContain('二、')
  })

  it('writes out an article whose own reference was left behind', () => {
    const next = structuredClone(base)
    next[0]!.push(['集市实行登记制度。'])
    const { value, exact } = draftDecision(lawOf(base), lawOf(next))
    expect(exact).toBe(true)
    expect(value).toContain('将第四条改为第五条，修改为：“违反第三条规定的，由市商务局责令改正。”')
  })

  it('of equal texts has no item', () => {
    const { value, exact } = draftDecision(lawOf(base), lawOf(base))
    expect(exact).toBe(true)
    expect(value).not.toContain('一、')
  })
})

describe('apply(OLD, draft(OLD, NEW)) is NEW', () => {
  const words = [
    '集市',
    '摊主',
    '登记',
    '亮证',
    '承诺',
    '责令',
    '改正',
    '场所',
    '水电',
    '消防',
    '卫生',
    '公示',
    '收费',
    '检查'
  ]
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 4, maxLength: 14 })
    .chain((parts) =>
      fc
        .option(fc.integer({ min: 1, max: 8 }), { nil: undefined })
        .map((cited) => `${parts.join('')}${cited === undefined ? '' : `依照本办法第${formatNumeral(cited)}条办理`}。`)
    )
  const article = fc.array(sentence, { minLength: 1, maxLength: 4 })
  const chapters = fc.array(fc.array(article, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })

  it('for drafts that have nothing to do with each other', () => {
    fc.assert(
      fc.property(chapters, chapters, (old, next) => {
        const [from, to] = [lawOf(old), lawOf(next)]
        const { value, exact, exceptions } = draftDecision(from, to)
        expect(exceptions).toEqual([])
        expect(exact).toBe(true)
        const [amendment] = readDecision(value).value.amendments
        const result = applyAmendment(from, amendment ?? { title: undefined, operations: [] }).value
        expect(body(result!)).toBe(body(to))
      }),
      { numRuns: 60 }
    )
  })

  it('for drafts that differ in a few articles', () => {
    const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('delete', 'insert', 'reword', 'move'), text: article })
    fc.assert(
      fc.property(chapters, fc.array(edit, { minLength: 1, maxLength: 4 }), (old, edits) => {
        const next = structuredClone(old)
        for (const { at, kind, text } of edits) {
          const chapter = next[at % next.length]!
          const index = at % chapter.length
          if (kind === 'insert') chapter.splice(index, 0, text)
          else if (kind === 'reword') chapter[index] = text
          else if (kind === 'delete' && chapter.length > 1) chapter.splice(index, 1)
          else if (kind === 'move' && chapter.length > 1)
            next[(at + 1) % next.length]!.push(...chapter.splice(index, 1))
        }
        const { exact, exceptions } = draftDecision(lawOf(old), lawOf(next))
        expect({ exact, exceptions }).toEqual({ exact: true, exceptions: [] })
      }),
      { numRuns: 80 }
    )
  })
})

describe('the shipped drafts', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../../corpus/drafts/organization-work-regulations/${name}.md`, import.meta.url), 'utf8')

  it.each([
    ['1-initial', '2-consultation'],
    ['2-consultation', '3-submission'],
    ['1-initial', '3-submission']
  ])('%s → %s', (from, to) => {
    const { value, exact } = draftDecision(read(from), read(to))
    expect(exact).toBe(true)
    const applied = applyAmendment(read(from), readDecision(value).value.amendments[0]!).value!
    // The note under the title and the front matter say when each draft was made.
    const articles = (text: string) => body(text.slice(text.indexOf('## 第一章')))
    expect(articles(applied) === articles(read(to))).toBe(true)
  })
})

describe.skipIf(absent)('dated versions of laws', () => {
  it('come out of the decision that was drafted for them', () => {
    const folder = new URL('行政法规/', laws)
    const versions = new Map<string, string[]>()
    for (const name of readdirSync(folder).sort()) {
      const title = /^(.*)\(\d{4}-\d\d-\d\d\)\.md$/.exec(name)?.[1]
      if (title !== undefined) versions.set(title, [...(versions.get(title) ?? []), name])
    }
    const pairs = [...versions.values()].filter((names) => names.length > 1)
    const read = (name: string) => readFileSync(new URL(encodeURI(name), folder), 'utf8')
    const wrong = pairs.filter(([old, next]) => !draftDecision(read(old!), read(next!)).exact).map(([old]) => old)
    expect(pairs.length).toBeGreaterThan(10)
    expect(wrong).toEqual([])
  })
})
