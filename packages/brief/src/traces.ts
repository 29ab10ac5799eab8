import type { VFileMessage } from 'vfile-message'
import type { Brief } from './brief.js'
import { flattenRequirements } from './brief.js'
import type { Answer } from './coverage.js'
import type { DraftClause, DraftClauses } from './draft-clauses.js'
import { makeMessage } from './messages.js'
import { hasPlaceholder } from './placeholder.js'
import { readTraceComment } from './trace-comment.js'

/** An answer with the clause that gives it. */
export interface TracedAnswer extends Answer {
  clause: DraftClause
}

/** What the tracing comments of a draft say. */
export interface Traces {
  /** Answers by the id of the requirement. */
  answers: Map<string, TracedAnswer[]>
  /** Articles that say by a comment that they answer nothing, with the reason given. */
  explanations: Map<DraftClause, string>
  messages: VFileMessage[]
}

/** Reads the tracing comments of a draft; ids that the brief does not have are reported and not counted. */
export function readTraces(draft: DraftClauses, brief: Brief): Traces {
  const known = new Map(flattenRequirements(brief.requirements).map((requirement) => [requirement.id, requirement]))
  const answers: Traces['answers'] = new Map()
  const explanations: Traces['explanations'] = new Map()
  const messages: VFileMessage[] = []
  for (const { value, place, clause } of draft.comments) {
    const statement = readTraceComment(value)
    if (statement === undefined) continue
    for (const piece of statement.unreadable) {
      const what = piece === '' ? '“落实”后面没有写编号' : `“${piece}”不是要求的编号`
      messages.push(
        makeMessage('trace-syntax', `${what}；请写成“<!-- 落实: ${brief.prefix}-1.2 -->”，多个编号用逗号隔开。`, place)
      )
    }
    if (clause === undefined) {
      messages.push(makeMessage('trace-nothing', '这条落实注释后面没有条文，不知道说的是哪一条。', place))
      continue
    }
    if (statement.nothing !== undefined) explanations.set(clause, statement.nothing)
    for (const claim of ['full', 'part', 'planned'] as const) {
      for (const id of statement[claim]) {
        const requirement = known.get(id)
        if (requirement === undefined) {
          messages.push(
            makeMessage(
              'trace-unknown',
              `${clause.label}：任务书里没有“${id}”这项要求。${nearHint(id, known.keys())}`,
              place
            )
          )
        } else if (requirement.strength === 'must-not') {
          messages.push(
            makeMessage('trace-syntax', `${clause.label}：“${id}”是禁止写入的内容，不能由条文落实。`, place)
          )
        } else {
          const list = answers.get(id) ?? []
          const { address, label, chapter } = clause
          const extent = claim === 'part' ? 'part' : 'full'
          list.push({
            address,
            label,
            chapter,
            extent,
            placeholder: claim === 'planned' || hasPlaceholder(clause.text),
            place,
            clause
          })
          answers.set(id, list)
        }
      }
    }
  }
  return { answers, explanations, messages }
}

/** Points at a requirement whose id differs in upper and lower case or in one number. */
function nearHint(id: string, known: Iterable<string>): string {
  const parent = id.slice(0, Math.max(id.lastIndexOf('.'), 0))
  let near: string | undefined
  for (const candidate of known) {
    if (candidate.toLowerCase() === id.toLowerCase()) return `是不是“${candidate}”？`
    if (near === undefined && candidate === parent) near = candidate
  }
  return near === undefined ? '请核对编号。' : `上一级“${near}”是有的，请核对编号。`
}
