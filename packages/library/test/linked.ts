import { parseRegulation } from 'remark-regast'
import type { Instrument, LinkedDocument, LinkedReference, LinkOptions } from '../src/index.js'
import { createLibrary, linkDocument, outlineOfTree } from '../src/index.js'

/** A small instrument of the library, written as Markdown. */
export function instrument(markdown: string, facts: Partial<Instrument> & { date?: string } = {}): Instrument {
  const { date, ...rest } = facts
  const title = /^# (.*)$/m.exec(markdown)![1]!
  const outline = outlineOfTree(parseRegulation(markdown).tree)
  return {
    title,
    shortNames: [],
    versions: [{ outline, source: { kind: 'text', file: `${title}.md` }, ...(date === undefined ? {} : { date }) }],
    ...rest
  }
}

/** Links a draft against a library. */
export function link(
  markdown: string,
  instruments: Instrument[] = [],
  options: Partial<LinkOptions> = {}
): LinkedDocument {
  return linkDocument(parseRegulation(markdown).tree, { library: createLibrary(instruments), ...options })
}

/** A reference in one line: where it stands, its words, and its targets with their status where it is not resolved. */
export function line({ in: where, text, targets }: LinkedReference): string {
  const aims = targets.map(({ instrument: title, from, to, status, alternatives }) => {
    const place = `${title === null ? '' : `《${title}》`}${from ?? (title === null ? '本文件' : '')}${to === undefined ? '' : `…${to}`}`
    const rivals = alternatives?.map(
      (other) => `${other.instrument === null ? '' : `《${other.instrument}》`}${other.from}`
    )
    return `${place}${status === 'resolved' ? '' : ` ${status}`}${rivals === undefined || rivals.length === 0 ? '' : ` 或 ${rivals.join(' 或 ')}`}`
  })
  return `${where} ${text} → ${aims.join(' + ')}`
}

/** The references of a draft, one line each. */
export function lines(markdown: string, instruments: Instrument[] = [], options: Partial<LinkOptions> = {}): string[] {
  return link(markdown, instruments, options).references.map(line)
}

/** A law with 款, 项 and 之一. */
export const garden = instrument(
  `# 中华人民共和国园林法

第一条　为了保护园林，制定本法。

第二条　园林分为下列两类：

（一）公园；

（二）私园。

其他绿地参照本法执行。

第三条　禁止毁坏园林。

第三条之一　修剪树木应当报告。

第四条　本法自2020年1月1日起施行。
`,
  { shortNames: ['园林法'], date: '2020-01-01' }
)

/** Two texts of one 条例; the younger has another second article. */
export const old = instrument(
  `# 花木条例

第一条　为了管理花木，制定本条例。

第二条　花木应当登记。
`,
  { date: '2015-01-01' }
)
export const young = instrument(
  `# 花木条例

第一条　为了管理花木，制定本条例。

第二条　本条例所称花木，是指乔木、灌木和草本植物，由市园林部门按年公布目录。

第三条　花木应当登记。
`,
  { date: '2022-06-01' }
)
