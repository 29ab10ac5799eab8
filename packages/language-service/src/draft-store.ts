import type { ScanCache } from '@tiaoli/library'
import { createScanCache, titleKey } from '@tiaoli/library'
import type { IncrementalParser } from 'remark-regast'
import { createIncrementalParser, parseRegulation } from 'remark-regast'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Draft, readWith } from './draft.js'
import type { LanguageWorkspace } from './workspace.js'

interface Stored {
  draft: Draft
  cache: ScanCache
  parser: IncrementalParser
}

/** How many texts of the library are kept as they were read; whoever follows references comes past many. */
const rememberedTexts = 16

/** Drafts as read last; one is read again only after its text or its library changed. */
export class DraftStore {
  private readonly stored = new Map<string, Stored>()
  private readonly texts = new Map<string, Draft>()
  private readonly keys = new Map<string, string>()

  constructor(readonly workspace: LanguageWorkspace) {}

  /** A draft at its present version. */
  get(uri: string): Draft | undefined {
    const document = this.workspace.draft(uri)
    return document === undefined ? undefined : this.read(document)
  }

  /** Every draft of the workspace. */
  all(): Draft[] {
    return [...this.workspace.drafts()].map((document) => this.read(document))
  }

  /** The drafts that have been read before, at their present versions: for what must not wait until all have been. */
  known(): Draft[] {
    return [...this.workspace.drafts()].flatMap((document) =>
      this.stored.has(document.uri) ? [this.read(document)] : []
    )
  }

  /** Forgets a draft that is gone. */
  forget(uri: string): void {
    this.stored.delete(uri)
  }

  /** The newest draft with that title, other than the asking one. */
  titled(title: string, beside: Draft): Draft | undefined {
    const key = this.keyOf(title)
    let found: Draft | undefined
    for (const draft of this.all()) {
      if (draft === beside || draft.key !== key) continue
      if (found === undefined || (draft.facts.date ?? '') >= (found.facts.date ?? '')) found = draft
    }
    return found
  }

  /** `titleKey`, remembered: the same few titles are asked for again and again. */
  keyOf(title: string): string {
    let key = this.keys.get(title)
    if (key === undefined) {
      key = titleKey(title)
      this.keys.set(title, key)
    }
    return key
  }

  /** A text of the library read as a draft is, so that its own references can be followed. */
  libraryText(uri: string): Draft | undefined {
    const known = this.texts.get(uri)
    const library = this.workspace.library(uri)
    if (known !== undefined && known.library === library) return known
    const text = this.workspace.text?.(uri)
    if (text === undefined) return undefined
    const draft = new Draft(TextDocument.create(uri, 'tiaoli', 0, text), library, createScanCache(), {
      source: text,
      ...parseRegulation(text)
    })
    this.texts.delete(uri)
    this.texts.set(uri, draft)
    if (this.texts.size > rememberedTexts) this.texts.delete(this.texts.keys().next().value!)
    return draft
  }

  private read(document: TextDocument): Draft {
    const known = this.stored.get(document.uri)
    const library = this.workspace.library(document.uri)
    const same = known !== undefined && known.draft.document === document && known.draft.version === document.version
    if (same && known.draft.library === library) return known.draft
    const cache = known?.cache ?? createScanCache()
    const parser = known?.parser ?? createIncrementalParser()
    if (known !== undefined) known.draft.isOutdated = true
    const draft = new Draft(document, library, cache, same ? known.draft : readWith(parser, document.getText()))
    this.stored.set(document.uri, { draft, cache, parser })
    return draft
  }
}
