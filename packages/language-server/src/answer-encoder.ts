import type { AnswerPart } from '@tiaoli/language-service'
import type { DocumentSymbol, TextEdit } from 'vscode-languageserver'
import type { ContentTypeEncoder, Message } from 'vscode-languageserver/node'

/** Writes messages, and remembers what long ones are made of. */
export type AnswerEncoder = ContentTypeEncoder & {
  /** Writes parts of messages ahead of them. */
  expect(parts: readonly AnswerPart[]): void
}

/**
 * Writes messages as JSON in ASCII, which is UTF-8 as well: a client reads Chinese letters sooner where they are escaped. The
 * outline of a long draft is asked for at every keystroke, and most of its entries are the very objects of the answer before;
 * so are parts that were expected. What was written of one is sent again, byte for byte.
 */
export function createAnswerEncoder(): AnswerEncoder {
  const written = new WeakMap<object, Uint8Array>()
  const remember = <T extends object>(value: T, write: (value: T) => Uint8Array = json): Uint8Array => {
    let bytes = written.get(value)
    if (bytes === undefined) {
      bytes = write(value)
      written.set(value, bytes)
    }
    return bytes
  }
  const putSymbol = (pieces: Uint8Array[], symbol: DocumentSymbol): void => {
    if (symbol.children === undefined) {
      pieces.push(remember(symbol))
      return
    }
    pieces.push(remember(symbol, ({ children, ...own }) => opened(own, 'children')))
    putList(pieces, symbol.children, putSymbol)
    pieces.push(closing)
  }
  const putEdit = (pieces: Uint8Array[], edit: TextEdit): void => {
    pieces.push(remember(edit))
  }
  return {
    name: 'application/json',
    encode: async (message) => {
      const symbols = symbolsOf(message)
      const changes = changesOf(message)
      if (symbols === undefined && changes === undefined) return json(message)
      const pieces: Uint8Array[] = []
      if (symbols !== undefined) {
        pieces.push(opened({ ...message, result: undefined }, 'result'))
        putList(pieces, symbols, putSymbol)
        pieces.push(closing)
      } else if (changes !== undefined) {
        pieces.push(opened({ ...message, params: undefined }, 'params'), text('{"edit":{"changes":{'))
        for (const [index, [uri, edits]] of Object.entries(changes).entries()) {
          pieces.push(text(`${index > 0 ? ',' : ''}${ascii(uri)}:`))
          putList(pieces, edits, putEdit)
        }
        pieces.push(text('}}}}'))
      }
      return Buffer.concat(pieces)
    },
    expect: (parts) => {
      for (const part of parts) {
        if ('newText' in part) putEdit([], part)
        else putSymbol([], part)
      }
    }
  }
}

/** An object up to the value of one more member. */
function opened(own: object, key: string): Uint8Array {
  return text(`${ascii(own).slice(0, -1)},"${key}":`)
}

function putList<T>(pieces: Uint8Array[], values: readonly T[], put: (pieces: Uint8Array[], value: T) => void): void {
  pieces.push(opening)
  for (const [index, value] of values.entries()) {
    if (index > 0) pieces.push(comma)
    put(pieces, value)
  }
  pieces.push(ending)
}

const [opening, comma, ending, closing] = [text('['), text(','), text(']'), text('}')]

function json(value: object): Uint8Array {
  return text(ascii(value))
}

/** A value as JSON without a letter outside ASCII. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

function text(letters: string): Uint8Array {
  return Buffer.from(letters, 'latin1')
}

/** The outline that a message answers with; `undefined` for any other message. */
function symbolsOf(message: Message & { result?: unknown }): readonly DocumentSymbol[] | undefined {
  const { result } = message
  if (!Array.isArray(result) || result.length === 0) return undefined
  const [first] = result as Partial<DocumentSymbol>[]
  return first?.selectionRange !== undefined && first.kind !== undefined ? (result as DocumentSymbol[]) : undefined
}

/** The edits that a message asks for; `undefined` for any other message, and one that asks for more. */
function changesOf(message: Message & { method?: string; params?: unknown }): Record<string, TextEdit[]> | undefined {
  if (message.method !== 'workspace/applyEdit') return undefined
  const { edit, ...more } = message.params as { edit: { changes?: Record<string, TextEdit[]> } }
  const { changes, ...others } = edit
  return Object.keys(more).length + Object.keys(others).length === 0 ? changes : undefined
}
