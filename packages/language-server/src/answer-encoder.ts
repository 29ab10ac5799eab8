import type { DocumentSymbol } from 'vscode-languageserver'
import type { ContentTypeEncoder, Message } from 'vscode-languageserver/node'

/**
 * Writes messages as JSON. The outline of a long draft is asked for at every keystroke, and most of its entries are the very
 * objects of the answer before: what was written of one is written again as it is.
 */
export function createAnswerEncoder(): ContentTypeEncoder {
  const written = new WeakMap<DocumentSymbol, string>()
  const write = (symbol: DocumentSymbol): string => {
    let text = written.get(symbol)
    if (text === undefined) {
      const { children, ...own } = symbol
      text = JSON.stringify(own)
      if (children !== undefined) text = `${text.slice(0, -1)},"children":[${children.map(write).join(',')}]}`
      written.set(symbol, text)
    }
    return text
  }
  return {
    name: 'application/json',
    encode: async (message, { charset }) => {
      const symbols = symbolsOf(message)
      if (symbols === undefined) return Buffer.from(JSON.stringify(message), charset)
      const envelope = JSON.stringify({ ...message, result: undefined })
      return Buffer.from(`${envelope.slice(0, -1)},"result":[${symbols.map(write).join(',')}]}`, charset)
    }
  }
}

/** The outline that a message answers with; `undefined` for any other message. */
function symbolsOf(message: Message & { result?: unknown }): DocumentSymbol[] | undefined {
  const { result } = message
  if (!Array.isArray(result) || result.length === 0) return undefined
  const [first] = result as Partial<DocumentSymbol>[]
  return first?.selectionRange !== undefined && first.kind !== undefined ? (result as DocumentSymbol[]) : undefined
}
