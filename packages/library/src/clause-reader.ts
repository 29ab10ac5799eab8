import type { ClauseMentions, Definition, Mention, TermUse } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { announceQuoted, readAmendedWhole } from './amended-reader.js'
import type { Quotation } from './amendment.js'
import type { Defined } from './defined-names.js'
import type { DocumentReading } from './document-reading.js'
import { namedInDraft } from './draft-title.js'
import { inEdition } from './edition.js'
import { nameHost, nameTitle } from './hosts.js'
import type { LinkTarget } from './linked.js'
import { announced, announcedBefore, listBelow } from './lists.js'
import { inNamesake, namesakeOf } from './namesake.js'
import { citedInstrument, isNameHere, quotedPlace, readPlaces } from './places-reader.js'
import { type Position, positionAt } from './position.js'
import { extent } from './reading.js'
import { wholeTarget } from './target.js'

/** Reads one clause: what it defines, refers to and uses; `found` are its mentions, `index` is its place among the clauses. */
export function readClause(reading: DocumentReading, index: number, found: ClauseMentions): void {
  const { amendment, result } = reading
  const clause = reading.clauses[index]!
  if (reading.thread.enter(clause)) amendment?.openItem()
  const quotation = amendment?.enterClause(clause)
  if (quotation !== undefined && found.mentions.length === 0) openAmended(reading, clause, quotation)
  const definitions = reading.names.in(index)
  if (found.mentions.length > 0) readMentions(reading, index, found.mentions, definitions, quotation)
  else if (definitions.length > 0) for (const definition of definitions) define(reading, definition, clause)
  const { termUses, documentNumbers } = found
  if (termUses.length > 0) for (const use of termUses) readTermUse(reading, use, clause, index)
  if (documentNumbers.length > 0)
    for (const { start, end } of documentNumbers) result.documentNumbers.push(extent(clause, start, end))
  amendment?.leaveClause()
}

const nameOnly = /^[\u4e00-\u9fff]{4,40}(?:法|条例|规定|办法|细则|规则)(?:（[\u4e00-\u9fff]{2,4}）)?$/

/** 二、甲条例, in a paper that changes several: what is below it is changed in that one. */
function openAmended({ amendment, self, thread }: DocumentReading, clause: ClauseText, quotation: Quotation): void {
  if (!nameOnly.test(clause.text) || quotation.holds(0) || !/等|部分/.test(self.title ?? '')) return
  amendment!.mention(clause.text)
  thread.name(clause.text, clause, clause.text.length)
}

function readMentions(
  reading: DocumentReading,
  index: number,
  mentions: readonly Mention[],
  definitions: readonly Defined[],
  quotation: Quotation | undefined
): void {
  const clause = reading.clauses[index]!
  const position = positionAt(reading.own, clause.address)
  let next = 0
  for (const mention of mentions) {
    while (next < definitions.length && definitions[next]!.start < mention.end)
      define(reading, definitions[next++]!, clause)
    if (definitions.length > 0 && isAbbreviation(mention, definitions)) continue
    readMention(reading, mention, index, position, quotation)
  }
  while (next < definitions.length) define(reading, definitions[next++]!, clause)
}

function define(reading: DocumentReading, definition: Defined, clause: ClauseText): void {
  const { thread, result } = reading
  const title = reading.names.titleOf(definition)
  if (title === undefined) {
    const { text, start, end } = extent(clause, definition.start, definition.end)
    result.terms.push({ text, start, end, in: clause.address, role: 'definition' })
    return
  }
  const stands = thread.aliases.get(title) ?? title
  thread.setAlias(definition.name, stands)
  const named = nameTitle(stands, reading.scope)
  const { text, start, end } = extent(clause, definition.phraseStart, definition.phraseEnd)
  const targets = [wholeTarget(reading.context(named, undefined))]
  reading.add({ text, start, end, in: clause.address, kind: 'alias', targets })
}

function readTermUse(reading: DocumentReading, use: TermUse, clause: ClauseText, index: number): void {
  const definition = reading.names.get(use.name)
  if (definition === undefined || (definition.clause === index && definition.start === use.start)) return
  const { text, start, end } = extent(clause, use.start, use.end)
  reading.result.terms.push({
    text,
    start,
    end,
    in: clause.address,
    role: 'use',
    definition: reading.names.placeOf(use.name)
  })
}

function readMention(
  reading: DocumentReading,
  mention: Mention,
  index: number,
  position: Position,
  quotation: Quotation | undefined
): void {
  const clause = reading.clauses[index]!
  const around = quotation?.holds(mention.start) ? quotation : undefined
  switch (mention.form) {
    case 'forward-list':
      if (around !== undefined) announceQuoted(reading, mention, clause, around)
      else announce(reading, mention, index, position)
      return
    case 'back-reference':
      // 《甲法》第二条规定：“…上述行为…” speaks of 甲法.
      if (around === undefined && citedInstrument(reading, reading.clauses[index]!, mention.start) === undefined)
        pointBack(reading, mention, index, position)
      return
    case 'whole':
      readWhole(reading, mention, clause, around !== undefined)
      return
    case 'each-named':
      pushEach(reading, mention, clause)
      return
    case 'loci':
      readPlaces(reading, mention, clause, position, around)
  }
}

/** A whole instrument: 本条例, 《甲法》, 党章. */
function readWhole(reading: DocumentReading, mention: Mention, clause: ClauseText, quoted: boolean): void {
  const { amendment } = reading
  const { host } = mention
  if (host.type === 'name' && !isNameHere(reading, host.name)) return
  let named = nameHost(host, reading.scope)
  if (named === undefined) return
  named = inEdition(namedInDraft(named, mention, clause, reading.scope), mention, clause.text)
  if (quoted && host.type === 'self') named = readAmendedWhole(reading) ?? named
  const cited = host.type === 'self' ? citedInstrument(reading, clause, mention.start) : undefined
  if (cited !== undefined) named = nameTitle(cited, reading.scope)
  const form = host.type === 'title' && host.form
  if (form && named.instruments.length === 0 && named.title !== null && named.alias === undefined) return
  const namesake = named.title === null && host.type === 'title' ? namesakeOf(clause, mention) : undefined
  if (namesake !== undefined) {
    const own: LinkTarget = { instrument: null, from: null, status: 'resolved' }
    reading.thread.namesake = { namesake, clause, end: mention.end }
    reading.push(mention, clause, 'title', [inNamesake(reading, own, namesake)])
    return
  }
  if (named.title !== null) {
    if (cited === undefined) reading.thread.name(named.title, clause, mention.end)
    if (!quoted) amendment?.mention(named.title)
  }
  const kind = host.type === 'self' || named.title === null ? 'self' : named.alias ? 'alias' : 'title'
  reading.push(mention, clause, kind, [wholeTarget(reading.context(named, undefined))])
}

/** 下列 and its like: the list that they announce. */
function announce(reading: DocumentReading, mention: Mention, index: number, position: Position): void {
  const clause = reading.clauses[index]!
  const cited = listBelow(clause).length > 0 ? undefined : citedInstrument(reading, clause, mention.start)
  if (cited !== undefined) {
    reading.push(mention, clause, 'relative', [quotedPlace(reading, cited)])
    return
  }
  const target = clause.address === '' ? undefined : announced(reading.clauses, index, mention, position)
  if (target !== undefined) reading.push(mention, clause, 'relative', [target])
}

/** 各该条: the places named last; for certain only where the same clause named them. */
function pushEach(reading: DocumentReading, mention: Mention, clause: ClauseText): void {
  const { lastList, listedHere } = reading.thread
  if (lastList.length === 0) return
  const targets = listedHere ? lastList : lastList.map((target) => unless(target, '按前一款最后列出的条款理解'))
  reading.push(mention, clause, 'relative', targets)
}

function unless(target: LinkTarget, reason: string): LinkTarget {
  return target.status === 'resolved' ? { ...target, status: 'ambiguous', reason } : target
}

/** 上述权利: the list announced before in this article under that noun. */
function pointBack(reading: DocumentReading, mention: Mention, index: number, position: Position): void {
  const { article } = position
  if (article === undefined || mention.noun === undefined) return
  // 违反甲法第三条、第五条的，不适用上述条款
  const { lastList } = reading.thread
  const cited = /^(?:条款|条文|各条|各款)/.exec(mention.noun)?.[0]
  if (cited !== undefined && lastList.length > 0) {
    const whole = { ...mention, end: mention.start + 2 + cited.length }
    const targets = lastList.map(
      (target): LinkTarget =>
        target.status === 'resolved' ? { ...target, status: 'ambiguous', reason: '按上文最后列出的条款理解' } : target
    )
    reading.push(whole, reading.clauses[index]!, 'relative', targets)
    return
  }
  const list = announcedBefore(reading.clauses, index, mention, article.address)
  if (list === undefined) return
  const whole = { ...mention, end: mention.start + 2 + list.noun.length }
  reading.push(whole, reading.clauses[index]!, 'relative', [list.target])
}

/** Whether a mention is part of the words that define an abbreviation. */
function isAbbreviation(mention: Mention, definitions: readonly Definition[]): boolean {
  return definitions.some((definition) => definition.form === 'abbreviation' && overlaps(mention, definition))
}

function overlaps(mention: Mention, definition: Definition): boolean {
  return mention.start < definition.phraseEnd && definition.phraseStart < mention.end
}
