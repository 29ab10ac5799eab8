import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** One thing kept: a small head that is read at once, and a body that is read when it is needed. */
export interface PackEntry<Head> {
  key: string
  head: Head
  body: string
}

/** A thing kept, as read from a pack. */
export interface KeptEntry<Head> {
  key: string
  head: Head
  pack: string
  /** The body; `undefined` where the pack is damaged there. */
  body(): string | undefined
}

/** What a folder of packs holds. */
export interface PackContents<Head, Meta> {
  entries: Map<string, KeptEntry<Head>>
  packs: { name: string; meta: Meta; keys: string[]; bytes: number }[]
  /** Packs that are damaged and were removed. */
  damaged: string[]
}

interface Directory<Head, Meta> {
  meta: Meta
  entries: [key: string, head: Head, start: number, length: number, sum: number][]
}

const magic = 'tiaoli-pack'
const ending = '.pack'

/**
 * Writes entries as one pack and returns its name. A pack is never changed once it stands there under its name, so
 * readers and other writers need no lock; it is not flushed to the disk, for sums tell a pack that a power cut spoiled.
 */
export function writePack<Head, Meta>(folder: string, prefix: string, meta: Meta, entries: PackEntry<Head>[]): string {
  const bodies = entries.map(({ body }) => Buffer.from(body))
  let start = 0
  const directory: Directory<Head, Meta> = {
    meta,
    entries: entries.map(({ key, head }, index) => {
      const body = bodies[index]!
      const entry: Directory<Head, Meta>['entries'][number] = [key, head, start, body.length, crc32(body)]
      start += body.length
      return entry
    })
  }
  const head = Buffer.from(JSON.stringify(directory))
  const name = `${prefix}-${Date.now().toString(36)}-${randomBytes(5).toString('hex')}${ending}`
  const temporary = join(folder, `${name}.tmp`)
  try {
    writeFileSync(
      temporary,
      Buffer.concat([Buffer.from(`${magic} ${head.length} ${crc32(head)} ${start}\n`), head, ...bodies])
    )
    renameSync(temporary, join(folder, name))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return name
}

/** Reads every pack of a folder whose name has a prefix; of two entries with one key that of the youngest pack counts. */
export function readPacks<Head, Meta>(folder: string, prefix: string): PackContents<Head, Meta> {
  const contents: PackContents<Head, Meta> = { entries: new Map(), packs: [], damaged: [] }
  for (const name of namesIn(folder)) {
    if (name.endsWith('.tmp')) removeStale(join(folder, name))
    if (!name.startsWith(`${prefix}-`) || !name.endsWith(ending)) continue
    const path = join(folder, name)
    const bytes = bytesOf(path)
    // Another process has joined it with others meanwhile.
    if (bytes === undefined) continue
    const directory = directoryOf<Head, Meta>(bytes)
    if (directory === undefined) {
      contents.damaged.push(name)
      rmSync(path, { force: true })
      continue
    }
    const { meta, entries, body } = directory
    contents.packs.push({ name, meta, keys: entries.map(([key]) => key), bytes: bytes.length })
    for (const [key, head, start, length, sum] of entries) {
      contents.entries.set(key, {
        key,
        head,
        pack: name,
        body: () => checked(body.subarray(start, start + length), sum)
      })
    }
  }
  return contents
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function directoryOf<Head, Meta>(bytes: Buffer): (Directory<Head, Meta> & { body: Buffer }) | undefined {
  const line = bytes.indexOf(0x0a)
  const [, length, sum, total] =
    /^tiaoli-pack (\d+) (\d+) (\d+)$/.exec(bytes.subarray(0, Math.min(Math.max(line, 0), 80)).toString('latin1')) ?? []
  if (length === undefined || bytes.length !== line + 1 + Number(length) + Number(total)) return undefined
  const head = bytes.subarray(line + 1, line + 1 + Number(length))
  if (crc32(head) !== Number(sum)) return undefined
  return {
    ...(JSON.parse(head.toString('utf8')) as Directory<Head, Meta>),
    body: bytes.subarray(line + 1 + head.length)
  }
}

function checked(body: Buffer, sum: number): string | undefined {
  return crc32(body) === sum ? body.toString('utf8') : undefined
}

/** Removes what a process left behind that was killed while it wrote. */
function removeStale(path: string): void {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (age > 3_600_000) rmSync(path, { force: true })
}

/** Removes packs; one that is gone already is no error. */
export function removePacks(folder: string, names: Iterable<string>): void {
  for (const name of names) {
    try {
      rmSync(join(folder, name), { force: true })
    } catch {
      // On Windows another process may have it open; the next one to join packs removes it.
    }
  }
}
