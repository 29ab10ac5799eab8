import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a file looked like when it was last read, and the key of what was in it. */
type Seen = [size: number, modified: number, changed: number, seen: number, key: string]

const indexName = 'files.json'
/** So few new entries are not worth writing the index: the next one who opens the store looks into those files instead. */
const worthWriting = 16
/** A file that changed just before it was read may have changed again within one tick of a coarse clock. */
const settledAfter = 2000

/** Tells which files are as they were when they were last read, without reading them. */
export class StatIndex {
  private readonly known: Map<string, Seen>
  /** Entries that are not as they were written. */
  private changed = 0

  constructor(private readonly folder: string | undefined) {
    this.known = folder === undefined ? new Map() : readIndex(join(folder, indexName))
  }

  /** The key that a file had when it was read, where nothing about it has changed since; and its size, where it is there. */
  look(file: string): { key?: string; size: number } | undefined {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat === undefined) return undefined
    const known = this.known.get(file)
    if (known === undefined) return { size: stat.size }
    const [size, modified, changed, seen, key] = known
    const same = size === stat.size && modified === stat.mtimeMs && changed === stat.ctimeMs
    return same && seen - stat.mtimeMs > settledAfter ? { key, size } : { size: stat.size }
  }

  /** Enters a file that was read; `looked` is the time before the read. */
  enter(file: string, key: string, looked: number): void {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat === undefined) return
    this.known.set(file, [stat.size, stat.mtimeMs, stat.ctimeMs, looked, key])
    this.changed += 1
  }

  /** Writes the index where much of it has changed, without the files that are no longer asked for; throws where that fails. */
  save(files: Iterable<string>): void {
    if (this.folder === undefined) return
    const wanted = new Set(files)
    for (const file of this.known.keys()) {
      if (wanted.has(file)) continue
      this.known.delete(file)
      this.changed += 1
    }
    if (this.changed < Math.min(worthWriting, this.known.size)) return
    const path = join(this.folder, indexName)
    const temporary = `${path}.${randomBytes(5).toString('hex')}.tmp`
    try {
      writeFileSync(temporary, JSON.stringify([...this.known]))
      renameSync(temporary, path)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
    this.changed = 0
  }
}

/** A damaged index is none: it only saves looking into the files. */
function readIndex(path: string): Map<string, Seen> {
  try {
    const entries = JSON.parse(readFileSync(path, 'utf8')) as [string, Seen][]
    return new Map(
      entries.filter(([file, seen]) => typeof file === 'string' && Array.isArray(seen) && seen.length === 5)
    )
  } catch {
    return new Map()
  }
}
