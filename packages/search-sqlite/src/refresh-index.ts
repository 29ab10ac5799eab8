import type { TextClauses } from '@tiaoli/search'
import type { SqliteIndex } from './sqlite-index.js'

/** A text that belongs into an index. */
export interface IndexSource {
  id: string
  /** Changes when the text may have changed; empty where that cannot be told. */
  stamp: string
  /** Reads the text; `undefined` where it cannot be read, which keeps no other from being read. */
  read(): Promise<TextClauses | undefined>
}

/** What a refresh did. */
export interface IndexRefreshed {
  read: number
  removed: number
}

const textsPerBatch = 100
/** Changes that leave an index in pieces. */
const worthOptimizing = 40
/** Clauses without lists, and their share of all, from which many small changes are worth the same. */
const mostUnlisted = 500
const mostUnlistedShare = 0.1

/** Brings an index up to its sources: reads what is new or has changed, removes what is gone. */
export async function refreshIndex(
  index: SqliteIndex,
  sources: readonly IndexSource[],
  progress?: (done: number, total: number, id: string) => void
): Promise<IndexRefreshed> {
  const known = index.stamps()
  const stale = sources.filter(({ id, stamp }) => stamp === '' || known.get(id) !== stamp)
  const wanted = new Set(sources.map(({ id }) => id))
  const held = await index.texts()
  const gone = held.filter(({ id }) => !wanted.has(id)).map(({ id }) => id)
  if (gone.length > 0) await index.remove(gone)
  let batch: { source: IndexSource; text: TextClauses }[] = []
  const unreadable: string[] = []
  for (const [done, source] of stale.entries()) {
    progress?.(done, stale.length, source.id)
    const text = await source.read()
    if (text === undefined) unreadable.push(source.id)
    else batch.push({ source, text })
    if (batch.length >= textsPerBatch) await flush()
  }
  await flush()
  if (unreadable.length > 0) await index.remove(unreadable)
  if (stale.length + gone.length >= worthOptimizing || (await isInPieces())) index.optimize()
  return { read: stale.length, removed: gone.length }

  async function isInPieces(): Promise<boolean> {
    const unlisted = index.unlisted()
    return unlisted > mostUnlisted && unlisted > mostUnlistedShare * (await index.stats()).clauses
  }

  // What is written now and then need not be read again after an interrupt.
  async function flush(): Promise<void> {
    await index.add(batch.map(({ text }) => text))
    index.stampAll(batch.map(({ source }) => [source.id, source.stamp]))
    batch = []
  }
}
