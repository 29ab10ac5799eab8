import { formatNumeral } from 'regast'
import type { Brief, Requirement } from './brief.js'
import { flattenRequirements } from './brief.js'
import { linkageLabel } from './field-values.js'
import type { ObligatoryProvision } from './obligatory.js'
import { obligatoryProvisions } from './obligatory.js'
import { placeholder } from './placeholder.js'
import { formatPlanComment, formatTraceComment } from './trace-comment.js'
import { strengthNames } from './vocabulary.js'

/** A chapter of the skeleton before articles are numbered. */
interface Chapter {
  heading: string
  /** The requirement that asks for the chapter. */
  requirement?: Requirement
  /** Articles before the first section, and those of each section. */
  groups: { section?: string; articles: SkeletonArticle[] }[]
}

interface SkeletonArticle {
  requirement?: Requirement
  provision?: ObligatoryProvision
}

/**
 * A draft in Markdown with the chapters that a brief asks for, an article with a placeholder and drafting notes for each
 * requirement, and the obligatory provisions. What it plans (待落实) counts as coverage only when the drafters say so (落实).
 */
export function scaffoldDraft(brief: Brief): string {
  const chapters = planChapters(brief)
  const self = `本${/(条例|规定|办法|规则|细则|准则|章程|法)(?:（[^（）]*）)?$/.exec(brief.regulation)?.[1] ?? '规定'}`
  const blocks = ['---\nstage: 初稿\n---', `# ${brief.regulation}`, ...generalNotes(brief)]
  let article = 0
  for (const [index, chapter] of chapters.entries()) {
    if (chapter.requirement !== undefined)
      blocks.push(formatTraceComment([chapter.requirement.id]), note(chapter.requirement, false))
    blocks.push(`## 第${formatNumeral(index + 1)}章　${chapter.heading}`)
    let section = 0
    for (const group of chapter.groups) {
      if (group.section !== undefined) blocks.push(`### 第${formatNumeral(++section)}节　${group.section}`)
      for (const { requirement, provision } of group.articles) {
        article += 1
        if (requirement !== undefined) blocks.push(formatPlanComment(answered(requirement)), note(requirement, true))
        const text = provision?.text(self) ?? placeholder(requirement?.name || requirement!.statement)
        blocks.push(`第${formatNumeral(article)}条　${text}`)
      }
    }
  }
  return `${blocks.join('\n\n')}\n`
}

/** The requirement and those below it that an article is to answer. */
function answered(requirement: Requirement): string[] {
  return flattenRequirements([requirement])
    .filter(({ strength }) => strength !== 'must-not')
    .map(({ id }) => id)
}

function planChapters(brief: Brief): Chapter[] {
  const chapters: Chapter[] = []
  for (const top of brief.requirements) {
    if (top.chapter === undefined || top.strength === 'must-not') continue
    let chapter = chapters.find(({ heading }) => heading === top.chapter)
    if (chapter === undefined) {
      chapter = { heading: top.chapter, requirement: top, groups: [] }
      chapters.push(chapter)
    }
    const below = top.children.filter(({ strength }) => strength !== 'must-not')
    for (const requirement of below.length > 0 ? below : [top]) addArticle(chapter, requirement)
  }
  if (chapters.length < 2) {
    if (chapters[0]?.heading !== '总则') chapters.unshift({ heading: '总则', groups: [] })
    chapters.push({ heading: '附则', groups: [] })
  }
  addObligatory(chapters)
  return chapters
}

function addArticle(chapter: Chapter, requirement: Requirement): void {
  const { section } = requirement
  let group = chapter.groups.find((known) => known.section === section)
  if (group === undefined) {
    group = { articles: [], ...(section !== undefined && { section }) }
    // Articles outside every section come before the first one.
    if (section === undefined) chapter.groups.unshift(group)
    else chapter.groups.push(group)
  }
  group.articles.push({ requirement })
}

/** Gives each obligatory provision an article: that of the requirement which asks for it, else one of its own. */
function addObligatory(chapters: Chapter[]): void {
  const first = chapters[0]!
  const last = chapters.at(-1)!
  const everywhere = chapters.flatMap(({ groups }) => groups.flatMap(({ articles }) => articles))
  for (const provision of obligatoryProvisions) {
    const chapter = provision.chapter === 'first' ? first : last
    const articles = chapter.groups.flatMap((group) => group.articles)
    const asked = articles.find(
      (article) =>
        article.provision === undefined && article.requirement !== undefined && provision.matches(article.requirement)
    )
    if (asked !== undefined) asked.provision = provision
    else if (
      !everywhere.some(
        ({ requirement }) => requirement !== undefined && flattenRequirements([requirement]).some(provision.matches)
      )
    ) {
      groupOf(chapter).articles.push({ provision })
    }
  }
  for (const chapter of new Set([first, last])) {
    for (const group of chapter.groups) group.articles.sort((left, right) => order(left) - order(right))
  }
}

function groupOf(chapter: Chapter): Chapter['groups'][number] {
  let group = chapter.groups.at(-1)
  if (group === undefined) {
    group = { articles: [] }
    chapter.groups.push(group)
  }
  return group
}

/** Purpose opens a regulation; relation, interpretation and effective date close it; the rest keeps the order of the brief. */
function order({ provision }: SkeletonArticle): number {
  if (provision === undefined) return 0
  const index = obligatoryProvisions.indexOf(provision)
  if (index === 0) return -1
  return provision.chapter === 'last' ? index : 0
}

/** Requirements on the regulation as a whole, and what must not be in it, as notes under the title. */
function generalNotes(brief: Brief): string[] {
  const all = flattenRequirements(brief.requirements)
  const lines = all
    .filter(({ strength, chapter }) => strength === 'must-not' || chapter === undefined)
    .map((requirement) => `- ${line(requirement)}`)
  return lines.length === 0 ? [] : [comment(`起草提示（全篇）：\n${lines.join('\n')}`)]
}

function note(requirement: Requirement, below: boolean): string {
  const { sources, linkages, notes } = requirement
  const children = below
    ? flattenRequirements(requirement.children).filter(({ strength }) => strength !== 'must-not')
    : []
  const lines = [
    `起草提示：${line(requirement)}`,
    ...children.map((child) => `- ${line(child)}`),
    ...(linkages.length > 0 ? [`应当引用：${linkages.map(linkageLabel).join('、')}`] : []),
    ...(sources.length > 0 ? [`来源：${sources.map(({ text }) => text).join('；')}`] : []),
    ...notes.map((text) => `说明：${text}`)
  ]
  return comment(lines.join('\n'))
}

function line({ id, strength, statement }: Requirement): string {
  return `${id}（${strengthNames[strength]}）${statement.replace(/\n/g, '')}`
}

/** An HTML comment; what would end it early is spelt otherwise. */
function comment(text: string): string {
  return `<!-- ${text.replace(/--+/g, '——').replace(/>/g, '＞')} -->`
}
