import type { Client } from '@opensearch-project/opensearch'
import type { ServerDocument } from './documents.js'
import type { Patience } from './retry.js'
import { Refused, withPatience } from './retry.js'
import { SearchServerError } from './search-server-error.js'

/** Documents and characters of one request; one request is under way at a time, which is what the server can bear. */
const mostDocuments = 500
const mostCharacters = 4_000_000

type Action = [id: string, lines: string[]]

/** Writes and removes documents in portions, those that are refused again, until the server has acknowledged all. */
export class BulkWriter {
  constructor(
    private readonly client: Client,
    private readonly patience: Patience
  ) {}

  /** Puts documents, in place of those with the same ids. */
  async put(index: string, documents: readonly { id: string; document: ServerDocument }[]): Promise<void> {
    await this.send(
      index,
      documents.map(
        ({ id, document }): Action => [id, [JSON.stringify({ index: { _id: id } }), JSON.stringify(document)]]
      )
    )
  }

  /** Removes documents; those that are not there are passed over. */
  async remove(index: string, ids: readonly string[]): Promise<void> {
    await this.send(
      index,
      ids.map((id): Action => [id, [JSON.stringify({ delete: { _id: id } })]])
    )
  }

  private async send(index: string, actions: readonly Action[]): Promise<void> {
    let portion: Action[] = []
    let size = 0
    for (const action of actions) {
      portion.push(action)
      size += action[1].reduce((sum, line) => sum + line.length, 0)
      if (portion.length < mostDocuments && size < mostCharacters) continue
      await this.deliver(index, portion)
      portion = []
      size = 0
    }
    await this.deliver(index, portion)
  }

  private async deliver(index: string, actions: readonly Action[]): Promise<void> {
    let left = actions
    if (left.length === 0) return
    await withPatience('写入索引', this.patience, async () => {
      // The client takes lines that are JSON already, whatever its types say.
      const lines = `${left.flatMap(([, own]) => own).join('\n')}\n` as never
      const { body } = await this.client.bulk({ index, body: lines })
      if (!body.errors) return
      const refused: Action[] = []
      for (const [at, item] of body.items.entries()) {
        const { status, error } = Object.values(item)[0] as { status: number; error?: { reason?: string } }
        if (status < 300 || (status === 404 && 'delete' in item)) continue
        if (status !== 429 && status !== 503) {
          throw new SearchServerError(`OpenSearch 没有收下一条条文（${status}）：${error?.reason ?? ''}`)
        }
        refused.push(left[at]!)
      }
      left = refused
      if (left.length > 0) throw new Refused(`${left.length} 条条文暂时没有收下`)
    })
  }
}
