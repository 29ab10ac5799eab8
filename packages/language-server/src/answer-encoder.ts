import type { DocumentSymbol } from 'vscode-languageserver'
import type { ContentTypeEncoder, Message } from 'vscode-languageserver/node'

/**
 * Writes messages as JSON in UTF-8. The outline of a long draft is asked for at every keystroke, and most of its entries are
 * the very objects of the answer before: what was written of one is sent again, byte for byte.
 */
export function createAnswerEncoder(): ContentTypeEncoder {
  const written = new WeakMap<DocumentSymbol, Uint8Array>()
  const write = (symbol: DocumentSymbol): Uint8Array => {
    let bytes = written.get(symbol)
    if (bytes === undefined) {
      const { children, ...own } = symbol
      bytes =
        children === undefined ? Buffer.from(JSON.stringify(own)) : withArray(own, 'children', children.map(write))
      written.set(symbol, bytes)
    }
    return bytes
  }
  return {
    name: 'application/json',
    encode: async (message) => {
      const symbols = symbolsOf(message)
      if (symbols === undefined) return Buffer.from(JSON.stringify(message))
      return withArray({ ...message, result: undefined }, 'result', symbols.map(write))
    }
  }
}

const comma = Buffer.from(',')
const end = Buffer.from(']}')

/** An object as JSON, with one more member: an array of what has been written already. */
function withArray(own: object, key: string, entries: readonly Uint8Array[]): Uint8Array {
  const pieces: Uint8Array[] = [Buffer.from(`${JSON.stringify(own).slice(0, -1)},"${key}":[`)]
  for (const [index, entry] of entries.entries()) {
    if (index > 0) pieces.push(comma)
    pieces.push(entry)
  }
  pieces.push(end)
  return Buffer.concat(pieces)
}

/** The outline that a message answers with; `undefined` for any other message. */
function symbolsOf(message: Message & { result?: unknown }): DocumentSymbol[] | undefined {
  const { result } = message
  if (!Array.isArray(result) || result.length === 0) return undefined
  const [first] = result as Partial<DocumentSymbol>[]
  return first?.selectionRange !== undefined && first.kind !== undefined ? (result as DocumentSymbol[]) : undefined
}
