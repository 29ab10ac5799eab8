import { createHash } from 'node:crypto'
import type { GraphDocument, Library } from '@tiaoli/library'
import { instrumentSignature, shortNamesSignature, titleSignature } from '@tiaoli/library'
import type { InputError } from '../errors.js'
import { cacheDamaged, cacheUnwritable } from './cache-problems.js'
import { inputErrorOf, linkAll } from './jobs.js'
import type { KeptLinks, LinkRequest } from './kept-links.js'
import { decodeLinks } from './kept-links.js'
import type { LibraryState } from './library-state.js'
import { watchedLibraryOf } from './library-state.js'
import type { KeptEntry, PackEntry } from './pack.js'
import { readPacks, removePacks, writePack } from './pack.js'
import { runBatches } from './run-batches.js'
import type { StoredText, StoreProgress } from './text-store.js'

/** What links were made against: all of it at once, and each title that was asked for. */
interface LinkMeta {
  /** Hash of everything that the library holds. */
  library: string
  names: string
  titles: [title: string, signature: string][]
}

const prefix = 'links'
const mostPacks = 6

/** The links out of the texts of a library, found once as long as neither the text nor what it points to changes. */
export class LinkStore {
  problems: InputError[] = []

  constructor(
    private readonly folder: string | undefined,
    private readonly threads?: number
  ) {}

  /** The references of every text, in their order; those that are not kept or not valid any more are found again. */
  async documents(
    texts: readonly StoredText[],
    library: Library,
    state: () => LibraryState,
    progress?: StoreProgress
  ): Promise<{ documents: GraphDocument[]; linked: number }> {
    const signatures = signaturesOf(library)
    const { valid, packs } = this.keptLinks(signatures)
    const bodies = new Map<string, { head: KeptLinks['head']; body: string }>()
    const missing: LinkRequest[] = []
    for (const { file, key } of texts) {
      const kept = valid.get(key)
      const body = kept?.body()
      if (kept === undefined || body === undefined) missing.push({ file, key })
      else bodies.set(key, { head: kept.head, body })
    }
    const made = await this.link(missing, texts, state, progress)
    for (const { key, head, body } of made) bodies.set(key, { head, body })
    this.keep(texts, bodies, made, packs, signatures)
    const documents = texts.flatMap(({ file, key }) => {
      const links = bodies.get(key)
      return links === undefined ? [] : [decodeLinks(links.head, links.body, file)]
    })
    return { documents, linked: missing.length }
  }

  private keptLinks(signatures: Signatures): { valid: Map<string, KeptEntry<KeptLinks['head']>>; packs: string[] } {
    const valid = new Map<string, KeptEntry<KeptLinks['head']>>()
    if (this.folder === undefined) return { valid, packs: [] }
    const { entries, packs, damaged } = readPacks<KeptLinks['head'], LinkMeta>(this.folder, prefix)
    if (damaged.length > 0) this.problems.push(cacheDamaged(this.folder, damaged))
    const changed = new Map(packs.map(({ name, meta }) => [name, changedTitles(meta, signatures)]))
    for (const [key, entry] of entries) {
      const titles = changed.get(entry.pack)
      if (titles !== undefined && !entry.head.asked.some((title) => titles.has(title))) valid.set(key, entry)
    }
    return { valid, packs: packs.map(({ name }) => name) }
  }

  private async link(
    missing: readonly LinkRequest[],
    texts: readonly StoredText[],
    state: () => LibraryState,
    progress: StoreProgress | undefined
  ): Promise<PackEntry<KeptLinks['head']>[]> {
    const made: PackEntry<KeptLinks['head']>[] = []
    if (missing.length === 0) return made
    const sizes = new Map(texts.map(({ file, size }) => [file, size]))
    const keys = new Map(missing.map(({ file, key }) => [file, key]))
    let shared: LibraryState | undefined
    const stateOnce = (): LibraryState => (shared ??= state())
    let here: ReturnType<typeof watchedLibraryOf> | undefined
    let done = 0
    await runBatches<LinkRequest, KeptLinks>({
      requests: missing,
      // Linking takes several times as long as reading, so that threads pay sooner.
      size: ({ file }) => (sizes.get(file) ?? 0) * 2,
      threadData: stateOnce,
      fewest: 2,
      here: async (batch) => {
        here ??= watchedLibraryOf(stateOnce())
        return linkAll(batch, await here)
      },
      take: (answers) => {
        for (const answer of answers) {
          if ('error' in answer) this.problems.push(inputErrorOf(answer.file, answer.error))
          else made.push({ key: keys.get(answer.file)!, head: answer.result.head, body: answer.result.body })
          done += 1
          progress?.(done, missing.length, answer.file)
        }
      },
      ...(this.threads !== undefined && { threads: this.threads })
    })
    return made
  }

  private keep(
    texts: readonly StoredText[],
    bodies: ReadonlyMap<string, { head: KeptLinks['head']; body: string }>,
    made: PackEntry<KeptLinks['head']>[],
    packs: string[],
    signatures: Signatures
  ): void {
    if (this.folder === undefined || made.length === 0) return
    const joining = packs.length >= mostPacks
    const keys = new Set(texts.map(({ key }) => key))
    const entries = joining
      ? [...bodies].filter(([key]) => keys.has(key)).map(([key, entry]) => ({ key, ...entry }))
      : made
    const titles = new Set(entries.flatMap(({ head }) => head.asked))
    const meta: LinkMeta = {
      library: signatures.library,
      names: signatures.names,
      titles: [...titles].map((title) => [title, signatures.of(title)])
    }
    try {
      writePack(this.folder, prefix, meta, entries)
      if (joining) removePacks(this.folder, packs)
    } catch (error) {
      this.problems.push(cacheUnwritable(this.folder, error))
    }
  }
}

/** What the library says now, in short. */
interface Signatures {
  library: string
  names: string
  of(title: string): string
}

function signaturesOf(library: Library): Signatures {
  const all = createHash('sha256')
  for (const instrument of library.instruments) all.update(instrumentSignature(instrument)).update('\n')
  const names = digest(shortNamesSignature(library))
  const known = new Map<string, string>()
  return {
    library: all.update(names).digest('base64url'),
    names,
    of: (title) => {
      let signature = known.get(title)
      if (signature === undefined) {
        signature = shortDigest(titleSignature(library, title))
        known.set(title, signature)
      }
      return signature
    }
  }
}

/** Titles whose answer has changed since links were made; `undefined` where no link of them can be trusted. */
function changedTitles(meta: LinkMeta, signatures: Signatures): Set<string> | undefined {
  if (meta.library === signatures.library) return new Set()
  // A new short name may stand in any text.
  if (meta.names !== signatures.names) return undefined
  return new Set(meta.titles.filter(([title, signature]) => signatures.of(title) !== signature).map(([title]) => title))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function shortDigest(text: string): string {
  return text === '' ? '' : digest(text).slice(0, 12)
}
