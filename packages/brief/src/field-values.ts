import { addressStep, formatAddress, levelsByWord, parseNumeral } from 'regast'
import type { Linkage, Source } from './brief.js'
import { keyOfName, relationNames } from './vocabulary.js'

/** The parts of a list that a person wrote with semicolons, full-width or not. */
export function splitList(value: string): string[] {
  return value
    .split(/[；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The sources in the value of 来源. */
export function readSources(value: string): Source[] {
  return splitList(value).map((text) => {
    const title = /^《(.+)》\s*(.*)$/.exec(text)
    if (title !== null) {
      const source: Source = { kind: 'instrument', text, title: title[1]! }
      if (title[2] !== '') source.clause = title[2]!
      return source
    }
    return { kind: /会议|[一二三四五六七]中全会/.test(text) ? 'meeting' : 'document', text }
  })
}

/** One instrument of the value of 衔接, such as 《甲条例》第三条（细化）; what is wrong with it in Chinese where it cannot be read. */
export function readLinkage(text: string): Linkage | string {
  const match = /^《(.+)》\s*([^（(]*)(?:[（(](.+)[）)])?$/.exec(text)
  if (match === null) return `“${text}”没有写成“《文件名称》”的形式`
  const linkage: Linkage = { title: match[1]! }
  const clause = match[2]!.trim()
  if (clause !== '') {
    const address = clauseAddress(clause)
    if (address === undefined) return `“${clause}”不是条号，请写成“第三条”或者“第三条第二款”`
    linkage.clause = address
  }
  if (match[3] !== undefined) {
    const relation = keyOfName(relationNames, match[3].trim())
    if (relation === undefined) return `“${match[3]}”不是衔接方式，请写${Object.values(relationNames).join('、')}之一`
    linkage.relation = relation
  }
  return linkage
}

function clauseAddress(text: string): string | undefined {
  const steps: string[] = []
  let rest = text
  while (rest !== '') {
    const match = /^第([^第条款项]+)(条|款|项)/.exec(rest)
    const value = match === null ? undefined : parseNumeral(match[1]!)
    if (match === null || value === undefined) return undefined
    steps.push(addressStep(levelsByWord[match[2]!]!, { value }))
    rest = rest.slice(match[0].length)
  }
  return steps[0]?.startsWith('art') ? steps.join('__') : undefined
}

/** An instrument as people write it: 《甲条例》第三条. */
export function linkageLabel({ title, clause }: Linkage): string {
  return `《${title}》${clause === undefined ? '' : formatAddress(clause)}`
}
