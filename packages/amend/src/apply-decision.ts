import { VFileMessage } from 'vfile-message'
import type { AmendmentPlan } from './amendment-plan.js'
import type { ApplicationWork } from './application-work.js'
import { addClauses, mergeClauses, moveArticle, splitArticle } from './apply-articles.js'
import { deletePlace, renumberClause, replaceClauses, replaceLead } from './apply-clauses.js'
import { editPhrase, insertPhrase } from './apply-phrases.js'
import { addStructure, coverArticles, replaceAttachment } from './apply-structures.js'
import type { AppliedDecision } from './build-law.js'
import { buildLaw } from './build-law.js'
import { articleState } from './clause-states.js'
import { paragraphsOf } from './content.js'
import type { LawItem, LawText } from './law-text.js'
import { readLaw } from './law-text.js'
import type { Amendment, Operation, ReadOperation } from './operation.js'
import { PlaceFinder } from './place-finder.js'

/**
 * Carries out what a decision does to one text (Markdown) and gives the consolidated text: articles renumbered, and
 * references in untouched clauses following. Every place is looked up in the old text first; where one is not as the
 * decision assumes, nothing is changed and a message says what is missing.
 */
export function applyAmendment(source: string, amendment: Amendment): AppliedDecision {
  const application = new Application(readLaw(source))
  for (const read of amendment.operations) application.take(read)
  return application.messages.length > 0 ? { messages: application.messages } : buildLaw(application.plan)
}

/** One application of a decision: operations are noted on the old text, then the new text is built at once. */
class Application implements ApplicationWork {
  readonly plan: AmendmentPlan
  readonly messages: VFileMessage[] = []
  readonly find: PlaceFinder
  private current: ReadOperation | undefined

  constructor(law: LawText) {
    this.plan = {
      law,
      title: law.title,
      articles: law.items.filter(({ type }) => type === 'article').map(articleState),
      passages: new Map(law.items.flatMap((item) => (item.type === 'passage' ? [[item, articleState(item)]] : []))),
      added: [],
      demoted: [],
      covers: [],
      removed: new Set(),
      newNumbers: new Map(),
      renumbers: false
    }
    this.find = new PlaceFinder(this.plan, (reason) => this.fail(reason))
  }

  take(read: ReadOperation): void {
    this.current = read
    this.carryOut(read.operation)
  }

  fail(reason: string): undefined {
    const { words, line } = this.current!
    const message = new VFileMessage(`${reason}（“${words}”）`, {
      place: { line, column: 1 },
      ruleId: 'old-text-differs',
      source: 'tiaoli-amend'
    })
    message.fatal = true
    this.messages.push(message)
    return undefined
  }

  private carryOut(operation: Operation): undefined {
    switch (operation.type) {
      case 'rename':
        this.plan.title = operation.title
        return
      case 'renumber-rest':
        this.plan.renumbers = true
        return
      case 'replace':
        return replaceClauses(this, operation)
      case 'replace-lead':
        return replaceLead(this, operation)
      case 'renumber':
        return renumberClause(this, operation.at, operation.to)
      case 'replace-phrase':
        if (operation.inTitle) this.plan.title = this.plan.title.replaceAll(operation.from, operation.to)
        return editPhrase(this, operation, operation.from, (found) => ({ ...found, text: operation.to }))
      case 'delete-phrase':
        return editPhrase(this, operation, operation.text, (found) => ({ ...found, text: '' }))
      case 'insert-phrase':
        return insertPhrase(this, operation)
      case 'add':
        return addClauses(this, operation)
      case 'delete':
        return deletePlace(this, operation.at)
      case 'merge':
        return mergeClauses(this, operation)
      case 'split':
        return splitArticle(this, operation)
      case 'move':
        return moveArticle(this, operation)
      case 'add-structure':
        return addStructure(this, operation)
      case 'rename-structure': {
        const structure = this.find.structureAt(operation.at)
        if (structure !== undefined) structure.heading = operation.heading
        return
      }
      case 'delete-heading': {
        const structure = this.find.structureAt(operation.at)
        if (structure !== undefined) this.plan.removed.add(structure)
        return
      }
      case 'cover': {
        // A structure of the new text: one that was added or renumbered goes by its new number.
        const structure = this.find.newStructureAt(operation.at)
        if (structure !== undefined) coverArticles(this, structure, operation.covers)
        return
      }
      case 'add-preamble': {
        if (this.find.preamble() !== undefined) return this.fail('原文已经有引言')
        const item: LawItem = { type: 'passage', clauses: paragraphsOf(operation.text) }
        this.plan.law.items.unshift(item)
        this.plan.passages.set(item, articleState(item))
        return
      }
      case 'replace-attachment':
        return replaceAttachment(this, operation.at, paragraphsOf(operation.text))
    }
  }
}
