import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { VFileMessage } from 'vfile-message'
import type { Brief, Linkage, Requirement } from './brief.js'
import { readLinkage, readSources, splitList } from './field-values.js'
import { makeMessage } from './messages.js'
import type { Entry, Field } from './read-entries.js'
import { fieldsOf, readEntries } from './read-entries.js'
import { briefFields, keyOfName, kindNames, requirementFields, strengthNames } from './vocabulary.js'

/** A brief and what is wrong with it; what could not be read has a default in `value`, so coverage needs a brief without errors. */
export interface BriefResult {
  value: Brief
  messages: VFileMessage[]
}

const processor = unified().use(remarkParse).freeze()

/** Reads a brief written in Markdown; never throws on text. Columns count UTF-16 units, a byte order mark aside. */
export function parseBrief(source: string): BriefResult {
  return briefOfMarkdown(processor.parse(source))
}

/** Reads a brief out of a Markdown tree with positions. */
export function briefOfMarkdown(tree: Root): BriefResult {
  const messages: VFileMessage[] = []
  const entries = readEntries(tree, messages)
  const head = entries[0]?.depth === 1 ? entries[0] : undefined
  if (head === undefined) {
    messages.push(
      makeMessage(
        'brief-title',
        '第一行应当是任务书的标题，写成“# 《某某条例》起草任务书”。',
        entries[0]?.place ?? { line: 1, column: 1 }
      )
    )
  }
  const brief = readHead(head, messages)
  brief.requirements = readRequirements(head === undefined ? entries : entries.slice(1), brief, messages)
  if (brief.requirements.length === 0) {
    messages.push(
      makeMessage(
        'brief-empty',
        '任务书里没有一项要求；要求写成“## B-1 总则”这样的标题。',
        head?.place ?? { line: 1, column: 1 }
      )
    )
  }
  return { value: brief, messages }
}

function readHead(head: Entry | undefined, messages: VFileMessage[]): Brief {
  const title = head?.heading ?? ''
  const brief: Brief = {
    title,
    regulation: /《(.+)》/.exec(title)?.[1] ?? '',
    prefix: '',
    materials: [],
    introduction: head?.prose.join('\n\n') ?? '',
    requirements: []
  }
  if (head === undefined) return brief
  const fields = fieldsOf(head, briefFields, ['主要材料', '说明'], messages)
  brief.regulation = fields.get('法规名称')?.[0]?.value.replace(/^《(.+)》$/, '$1') ?? brief.regulation
  brief.prefix = fields.get('编号前缀')?.[0]?.value ?? ''
  brief.materials = (fields.get('主要材料') ?? []).map((field) => field.value)
  if (brief.regulation === '') {
    messages.push(
      makeMessage('brief-title', '没有写明起草的法规叫什么；请在标题之下写“- 法规名称：某某条例”。', head.place)
    )
  }
  return brief
}

const idForm = /^([A-Za-z][A-Za-z0-9]*)-(\d+(?:\.\d+)*)[ ．.、：:]*(.*)$/

function readRequirements(entries: Entry[], brief: Brief, messages: VFileMessage[]): Requirement[] {
  const roots: Requirement[] = []
  const byId = new Map<string, Requirement>()
  for (const entry of entries) {
    const match = idForm.exec(entry.heading)
    if (match === null) {
      const example = brief.prefix === '' ? 'B' : brief.prefix
      messages.push(
        makeMessage(
          'requirement-id',
          `标题“${entry.heading}”没有编号；请写成“${example}-1.2 名称”，编号由字母、连字号和用点隔开的数字组成。`,
          entry.place
        )
      )
      continue
    }
    const id = `${match[1]}-${match[2]}`
    if (brief.prefix === '') brief.prefix = match[1]!
    if (match[1] !== brief.prefix) {
      messages.push(
        makeMessage('requirement-id', `编号“${id}”的前缀应当是“${brief.prefix}”。`, entry.place, [
          `${brief.prefix}-${match[2]}`
        ])
      )
      continue
    }
    const earlier = byId.get(id)
    if (earlier !== undefined) {
      messages.push(
        makeMessage(
          'requirement-duplicate',
          `编号“${id}”用了两次，第一次在第${earlier.place.line}行；编号不能重复。`,
          entry.place
        )
      )
      continue
    }
    const dot = id.lastIndexOf('.')
    const parent = dot === -1 ? undefined : byId.get(id.slice(0, dot))
    if (dot !== -1 && parent === undefined) {
      messages.push(
        makeMessage(
          'requirement-parent',
          `“${id}”的上一级“${id.slice(0, dot)}”不在它前面；请先写上一级要求。`,
          entry.place
        )
      )
      continue
    }
    const requirement = readRequirement(id, match[3]!.trim(), entry, parent, messages)
    const siblings = parent?.children ?? roots
    const before = siblings.at(-1)
    if (before !== undefined && lastNumber(before.id) >= lastNumber(id)) {
      messages.push(makeMessage('requirement-order', `“${id}”排在“${before.id}”之后，编号没有从小到大。`, entry.place))
    }
    siblings.push(requirement)
    byId.set(id, requirement)
  }
  return roots
}

function lastNumber(id: string): number {
  return Number(/\d+$/.exec(id)![0])
}

function readRequirement(
  id: string,
  name: string,
  entry: Entry,
  parent: Requirement | undefined,
  messages: VFileMessage[]
): Requirement {
  const fields = fieldsOf(entry, requirementFields, ['说明', '来源', '衔接'], messages)
  const values = (field: (typeof requirementFields)[number]) => (fields.get(field) ?? []).map(({ value }) => value)
  const strength = readStrength(id, fields.get('强度')?.[0], entry, messages)
  const kind = readKind(id, fields.get('类别')?.[0], messages)
  if (entry.prose.length === 0) {
    messages.push(
      makeMessage('requirement-statement', `“${id}”只有标题，没有写要求什么；请在标题之下写一段话。`, entry.place)
    )
  }
  const own = values('来源').flatMap((value) => readSources(value))
  const sources = own.length > 0 ? own : (parent?.sources ?? [])
  if (sources.length === 0) {
    messages.push(
      makeMessage(
        'requirement-source',
        `“${id}”没有写来源，上一级也没有；请写“- 来源：…”，说明要求从哪里来。`,
        entry.place
      )
    )
  }
  const requirement: Requirement = {
    id,
    name,
    statement: entry.prose.join('\n'),
    strength,
    kind,
    sources,
    linkages: readLinkages(id, fields.get('衔接') ?? [], messages),
    forbidden: values('禁用语').flatMap(splitList),
    exceptions: values('例外语').flatMap(splitList),
    notes: values('说明'),
    children: [],
    place: entry.place
  }
  const [chapter = parent?.chapter] = values('章')
  const [section = parent?.section] = values('节')
  if (chapter !== undefined) requirement.chapter = chapter
  if (section !== undefined) requirement.section = section
  const [forbiddenField] = fields.get('禁用语') ?? []
  if (forbiddenField !== undefined && requirement.strength !== 'must-not') {
    messages.push(
      makeMessage('forbidden-terms', `“${id}”写了禁用语，强度却不是“禁止”；禁用语不会检查。`, forbiddenField.place)
    )
  }
  return requirement
}

/** How strongly something is asked for: 宜备 where the brief does not say it. */
function readStrength(
  id: string,
  field: Field | undefined,
  entry: Entry,
  messages: VFileMessage[]
): Requirement['strength'] {
  const strength = field && keyOfName(strengthNames, field.value)
  const strengths = Object.values(strengthNames)
  if (field === undefined) {
    messages.push(
      makeMessage(
        'field-missing',
        `“${id}”没有写强度；请写“- 强度：${strengths.join('”或者“- 强度：')}”。`,
        entry.place,
        strengths
      )
    )
  } else if (strength === undefined) messages.push(unknownValue(id, '强度', field, strengths))
  return strength ?? 'should'
}

function readKind(id: string, field: Field | undefined, messages: VFileMessage[]): Requirement['kind'] {
  if (field === undefined) return 'contents'
  const kind = keyOfName(kindNames, field.value)
  if (kind === undefined) messages.push(unknownValue(id, '类别', field, Object.values(kindNames)))
  return kind ?? 'contents'
}

function unknownValue(id: string, name: string, { value, place }: Field, known: string[]): VFileMessage {
  return makeMessage('field-value', `“${id}”的${name}“${value}”不认识；只能写${known.join('、')}。`, place, known)
}

function readLinkages(
  id: string,
  fields: { value: string; place: Entry['place'] }[],
  messages: VFileMessage[]
): Linkage[] {
  return fields.flatMap((field) =>
    splitList(field.value).flatMap((part) => {
      const linkage = readLinkage(part)
      if (typeof linkage !== 'string') return [linkage]
      messages.push(makeMessage('field-value', `“${id}”的衔接${linkage}。`, field.place))
      return []
    })
  )
}
