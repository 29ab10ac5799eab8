import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a file looked like when it was last read, and the key of what was in it. */
type Seen = [size: number, modified: number, changed: number, seen: number, key: string]

/** A file from outside. */
export interface Look {
  size: number
  /** Milliseconds of its last change, of what is in it and of all that is known of it. */
  modified: number
  changed: number
  /** When it was looked at. */
  seen: number
  /** The key of what is in it, where it is as it was when it was read. */
  key?: string
}

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

  /** What a file looks like now, and the key that it had when it was read where nothing about it has changed since. */
  look(file: string): Look {
    const seen = Date.now()
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat === undefined) return { size: 0, modified: 0, changed: 0, seen }
    const look: Look = { size: stat.size, modified: stat.mtimeMs, changed: stat.ctimeMs, seen }
    const known = this.known.get(file)
    if (known !== undefined && known[0] === look.size && known[1] === look.modified && known[2] === look.changed) {
      if (known[3] - look.modified > settledAfter) look.key = known[4]
    }
    return look
  }

  /** Enters a file that was read after `look`: one that has changed between the two will not look the same again. */
  enter(file: string, key: string, { size, modified, changed, seen }: Look): void {
    this.known.set(file, [size, modified, changed, seen, key])
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
