import type { InputError } from '../errors.js'
import { readBytes } from '../read-text.js'
import { cacheDamaged, cacheUnwritable } from './cache-problems.js'
import { inputErrorOf, readAll } from './jobs.js'
import type { KeptHead, KeptText } from './kept-text.js'
import { textKey } from './kept-text.js'
import type { PackEntry } from './pack.js'
import { readPacks, removePacks, writePack } from './pack.js'
import { runBatches } from './run-batches.js'
import type { Look } from './stat-index.js'
import { StatIndex } from './stat-index.js'

/** Told now and then how far a long read is. */
export type StoreProgress = (done: number, total: number, file: string) => void

/** A text of the library as it is kept. */
export interface StoredText {
  file: string
  key: string
  size: number
  head: KeptHead
  /** Its encoded outline; `undefined` where the cache is damaged there. */
  outline(): string | undefined
}

const prefix = 'texts'
const flushBytes = 1_500_000
const mostPacks = 8

/** The texts of a library, each read once as long as it does not change. */
export class TextStore {
  private readonly index: StatIndex
  private readonly kept = new Map<string, { head: KeptHead; outline(): string | undefined; pack?: string }>()
  private packs: { name: string; bytes: number }[] = []
  private pending: PackEntry<KeptHead>[] = []
  private pendingBytes = 0
  /** What went wrong with files and with the cache in the last refresh. */
  problems: InputError[] = []
  private unwritable = false

  constructor(
    private readonly folder: string | undefined,
    private readonly threads?: number
  ) {
    this.index = new StatIndex(folder)
    if (folder === undefined) return
    const { entries, packs, damaged } = readPacks<KeptHead, null>(folder, prefix)
    for (const [key, { head, body, pack }] of entries) this.kept.set(key, { head, outline: body, pack })
    this.packs = packs
    if (damaged.length > 0) this.problems.push(cacheDamaged(folder, damaged))
  }

  /** The texts of files in their order, read where they are new or have changed; `read` counts those. */
  async refresh(files: readonly string[], progress?: StoreProgress): Promise<{ texts: StoredText[]; read: number }> {
    const keys = new Map<string, { key: string; size: number }>()
    const unread = new Map<string, Look>()
    const trusting = this.kept.size > 0
    for (const file of files) {
      const look = this.index.look(file)
      const { size } = look
      if (look.key !== undefined && this.kept.has(look.key)) {
        keys.set(file, { key: look.key, size })
        continue
      }
      // Touched but not changed: looking into a file costs a tenth of reading it.
      const key = trusting ? this.keyOf(file) : undefined
      if (key !== undefined && this.kept.has(key)) {
        this.index.enter(file, key, look)
        keys.set(file, { key, size })
      } else unread.set(file, look)
    }
    await this.read(unread, keys, progress)
    this.finish(files, new Set([...keys.values()].map(({ key }) => key)))
    const texts = files.flatMap((file): StoredText[] => {
      const known = keys.get(file)
      const kept = known && this.kept.get(known.key)
      return kept === undefined ? [] : [{ file, ...known!, head: kept.head, outline: kept.outline }]
    })
    return { texts, read: unread.size }
  }

  /** Gives up the pack that a damaged text stands in: what was in it is read again by the next one who opens the store. */
  drop(key: string): void {
    const pack = this.kept.get(key)?.pack
    if (pack !== undefined && this.folder !== undefined) removePacks(this.folder, [pack])
  }

  /** Problems since the last call. */
  takeProblems(): InputError[] {
    const { problems } = this
    this.problems = []
    return problems
  }

  private keyOf(file: string): string | undefined {
    try {
      return textKey(file, readBytes(file))
    } catch {
      return undefined
    }
  }

  private async read(
    unread: ReadonlyMap<string, Look>,
    keys: Map<string, { key: string; size: number }>,
    progress: StoreProgress | undefined
  ): Promise<void> {
    let done = 0
    await runBatches<string, KeptText>({
      requests: [...unread.keys()],
      size: (file) => unread.get(file)!.size,
      threadData: () => undefined,
      // Two threads spend what they save on loading and warming up the parser and on handing over what they read.
      fewest: 3,
      here: readAll,
      take: (answers) => {
        for (const answer of answers) {
          const { file } = answer
          if ('error' in answer) this.problems.push(inputErrorOf(file, answer.error))
          else {
            const { key, head, outline } = answer.result
            this.kept.set(key, { head, outline: () => outline })
            const look = unread.get(file)!
            keys.set(file, { key, size: look.size })
            this.index.enter(file, key, look)
            this.keep({ key, head, body: outline })
          }
          done += 1
          progress?.(done, unread.size, file)
        }
      },
      ...(this.threads !== undefined && { threads: this.threads })
    })
  }

  private keep(entry: PackEntry<KeptHead>): void {
    if (this.folder === undefined || this.unwritable) return
    this.pending.push(entry)
    this.pendingBytes += entry.body.length
    // What is written every now and then need not be read again after an interrupt.
    if (this.pendingBytes >= flushBytes) this.flush()
  }

  private flush(): void {
    if (this.pending.length === 0 || this.folder === undefined) return
    try {
      this.write(this.folder, this.pending)
    } catch (error) {
      this.unwritable = true
      this.problems.push(cacheUnwritable(this.folder, error))
    }
    this.pending = []
    this.pendingBytes = 0
  }

  private finish(files: readonly string[], wanted: ReadonlySet<string>): void {
    if (this.folder === undefined) return
    this.flush()
    if (this.unwritable) return
    try {
      if (this.packs.length > mostPacks) this.joinPacks(this.folder, wanted)
      this.index.save(files)
    } catch (error) {
      this.unwritable = true
      this.problems.push(cacheUnwritable(this.folder, error))
    }
  }

  /**
   * Writes the smaller packs as one, so that a change never costs writing the whole library again. Texts that no file has
   * any more stay for a while, for a draft may come back to them, but no longer than there are as many of the others.
   */
  private joinPacks(folder: string, wanted: ReadonlySet<string>): void {
    const bySize = this.packs.toSorted((left, right) => left.bytes - right.bytes)
    const joined = bySize.slice(0, -(mostPacks >> 1))
    const names = new Set(joined.map(({ name }) => name))
    const crowded = this.kept.size > 2 * wanted.size
    const entries: PackEntry<KeptHead>[] = []
    for (const [key, { head, outline, pack }] of this.kept) {
      if (pack === undefined || !names.has(pack)) continue
      const body = outline()
      if (crowded && !wanted.has(key)) this.kept.delete(key)
      else if (body !== undefined) entries.push({ key, head, body })
    }
    if (entries.length > 0) this.write(folder, entries)
    removePacks(folder, names)
    this.packs = this.packs.filter(({ name }) => !names.has(name))
  }

  private write(folder: string, entries: PackEntry<KeptHead>[]): void {
    const name = writePack(folder, prefix, null, entries)
    let bytes = 0
    for (const { key, body } of entries) {
      bytes += body.length
      const kept = this.kept.get(key)
      if (kept !== undefined) kept.pack = name
    }
    this.packs.push({ name, bytes })
  }
}
