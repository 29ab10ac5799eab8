import { VFileMessage } from 'vfile-message'
import type { AmendedPlace, Amendment, Decision, Operation } from './operation.js'
import { deepestLevel } from './places.js'
import { sentencePatterns } from './sentences/sentence-patterns.js'
import type { Statement } from './statements.js'
import { statementsOf } from './statements.js'

/** A decision, and messages about the sentences that were not understood. */
export interface ReadDecision {
  value: Decision
  messages: VFileMessage[]
}

/**
 * Reads a 修改决定 or 修正案 (Markdown or plain text) into operations. Never throws on text: a sentence that no pattern
 * fits is reported with its line, and a person has to carry it out.
 */
export function readDecision(source: string): ReadDecision {
  const { statements, open } = statementsOf(source)
  const reading = new Reading()
  for (const statement of statements) reading.read(statement)
  for (const line of open) reading.tell('quotation-open', '引号没有结束，引文读到下一项之前为止，请核对', line)
  return { value: reading.decision, messages: reading.messages }
}

const amendedIn =
  /(?:修改|对|修正)《([^《》]*(?:《[^《》]*》[^《》]*)*)》(?:等[^，。；]{0,24})?(?:作(?:出)?(?:如下)?(?:部分)?(?:补充)?修改|的决定|[（(，。；]|$)/
const preface =
  /^(?:为了?|根据|依据|经|现|最高|.{0,60}(?:会议|决定)).*(?:修改|补充)[：:]?$|作如下(?:补充)?修改[：:]?$|(?:审判委员会|检察委员会|常务委员会|代表大会).{0,40}(?:通过|公布)|^\d{4}年\d{1,2}月\d{1,2}日/

class Reading {
  readonly decision: Decision = { title: undefined, amendments: [] }
  readonly messages: VFileMessage[] = []
  private amendment: Amendment | undefined
  private open: AmendedPlace | undefined

  read(statement: Statement): void {
    const { text, quotations, line, item } = statement
    const words = text
      .replace(/[\s\u3000]/g, '')
      .replace(/:/g, '：')
      .replace(/,/g, '，')
      .replace(/;/g, '；')
      // 第（三）项 is an old way of writing 第三项.
      .replace(/第（([一二三四五六七八九十百]+)）(?=[款项])/g, '第$1')
    if (
      this.decision.title === undefined &&
      item === undefined &&
      quotations.length === 0 &&
      /(?:决定|修正案)(?:（.{1,8}）)?$/.test(words)
    ) {
      this.decision.title = text.trim()
      return
    }
    // Another item is about another article.
    if (item !== undefined) this.open = undefined
    if (this.opensPackage(words, item?.level)) return
    if (item === undefined && preface.test(words) && quotations.length === 0) {
      this.nameTarget(words)
      return
    }
    this.readSentences(words, statement, line)
  }

  /** 一、修改《甲办法》 or 一、对《甲办法》作出修改: what follows is about another instrument. */
  private opensPackage(words: string, level: number | undefined): boolean {
    const match = /^(?:对|将)?(?:修改)?《(.+)》(?:作(?:出)?(?:如下)?修改)?[：。]?$/.exec(words)
    if (match !== null && (level === 1 || words.startsWith('修改') || words.startsWith('对'))) {
      this.startAmendment(match[1]!)
      return true
    }
    const repeal = /^(?:将)?废止《(.+)》[。；]?$/.exec(words)
    if (repeal === null) return false
    this.startAmendment(repeal[1]!)
    this.amendment!.repealed = true
    return true
  }

  private startAmendment(title: string): void {
    this.amendment = { title, operations: [] }
    this.decision.amendments.push(this.amendment)
    this.open = undefined
  }

  private nameTarget(words: string): void {
    const title = amendedIn.exec(words)?.[1]
    if (title !== undefined && this.amendment === undefined) this.startAmendment(title)
    const rest = /(?:，)(将|在)(第|刑法|宪法)/.exec(words)
    if (rest !== null) this.readSentences(words.slice(rest.index + 1), { text: words, quotations: [], line: 1 }, 1)
  }

  private readSentences(words: string, statement: Statement, line: number): void {
    let at = 0
    const skip = /(?:[，。；、\s]|同时|并且|并(?!列)|此外|相应地?(?=将|第|删|增)|其中的?|分别(?=将)|以及|和(?=将|删))+/y
    while (at < words.length) {
      skip.lastIndex = at
      at += skip.exec(words)?.[0].length ?? 0
      if (at >= words.length) return
      const end = this.readOne(words, at, statement, line)
      if (end !== undefined) {
        at = end
        continue
      }
      const stop = /[。；]/g
      stop.lastIndex = at
      const next = stop.exec(words)?.index ?? words.length
      const sentence = words.slice(at, next)
      const found = this.findInside(words, at, next)
      if (found !== undefined) {
        at = found
        continue
      }
      if (!isPreface(sentence)) {
        this.tell('sentence-not-understood', `没有读懂：“${shorten(sentence)}”，请人工处理`, line)
      } else this.nameTarget(sentence)
      at = next + 1
    }
  }

  /** 为了…，在刑法第三条中增加一款: the purpose in front says nothing to carry out. */
  private findInside(words: string, from: number, to: number): number | undefined {
    const lead = words.slice(from, to)
    if (!/^(?:为了?|根据|经|对《|鉴于|考虑到|按照)/.test(lead)) return undefined
    const match = /，(?=(?:现?决定)?(?:将|在|删去|删除|增加)(?:第|刑法|宪法|一条|《))/.exec(lead)
    if (match === null) return undefined
    this.nameTarget(lead.slice(0, match.index))
    return from + match.index + 1
  }

  private readOne(words: string, at: number, { quotations }: Statement, line: number): number | undefined {
    for (const { pattern, read } of sentencePatterns) {
      pattern.lastIndex = at
      const match = pattern.exec(words)
      if (match === null || match[0] === '') continue
      const groups = { ...match.groups, 0: match[0] } as Record<string, string | undefined>
      const result = read({ groups, quotations, open: this.open })
      if (result === undefined) continue
      if (result.effective !== undefined) this.decision.effective = result.effective
      if (result.open !== undefined) this.open = result.open
      for (const operation of result.operations) this.add(operation, match[0], line)
      return at + match[0].length
    }
    return undefined
  }

  private add(operation: Operation, words: string, line: number): void {
    this.amendment ??= this.startDefault()
    const { operations } = this.amendment
    const last = operations.at(-1)?.operation
    // 增加一款作为第二款，将该条修改为：…: the whole article says what was added.
    if (
      operation.type === 'replace' &&
      last?.type === 'add' &&
      last.text.length === 0 &&
      deepestLevel(operation.at[0]!) === 'article'
    ) {
      operations.pop()
    }
    // 第一款…修改为…；这一款相应修改为：…: the whole says again what its pieces said.
    if (operation.type === 'replace' && /^(?:将)?(?:这一|该)/.test(words)) {
      while (isPieceOf(operations.at(-1)?.operation, operation.at[0]!)) operations.pop()
    }
    operations.push({ operation, words: shorten(words), line })
  }

  private startDefault(): Amendment {
    const title = this.decision.title
    const amended = title === undefined ? undefined : (amendedIn.exec(title)?.[1] ?? /^(.*?)修正案/.exec(title)?.[1])
    const bare =
      title === undefined ? undefined : /修改(.{2,40}?)的决定/.exec(title)?.[1]?.replace(/^[《〈]|[》〉]$/g, '')
    const amendment: Amendment = { title: amended || bare || undefined, operations: [] }
    this.decision.amendments.push(amendment)
    return amendment
  }

  tell(ruleId: string, reason: string, line: number): void {
    const message = new VFileMessage(reason, { place: { line, column: 1 }, ruleId, source: 'tiaoli-amend' })
    message.fatal = false
    this.messages.push(message)
  }
}

function isPieceOf(operation: Operation | undefined, whole: AmendedPlace): boolean {
  if (operation === undefined || !('at' in operation) || !Array.isArray(operation.at)) return false
  if (!['replace-phrase', 'insert-phrase', 'delete-phrase'].includes(operation.type)) return false
  return operation.at.every((place) => JSON.stringify(place) === JSON.stringify(whole))
}

/** What stands around the operations of a decision and asks for nothing. */
function isPreface(sentence: string): boolean {
  return (
    /^(?:为了?|根据|依据|经|现(?:决定|对)|鉴于|自\d{4}年|本(?:决定|修正案)|特此|第[〇零一二三四五六七八九十百千]+次)/.test(
      sentence
    ) || /(?:作(?:出)?如下(?:补充)?修改|通过|公布施行|予以公布|现予公布|会议)：?$/.test(sentence)
  )
}

function shorten(words: string): string {
  const plain = words.replace(/⟦\d+⟧/g, '“…”')
  return plain.length > 80 ? `${plain.slice(0, 80)}……` : plain
}
