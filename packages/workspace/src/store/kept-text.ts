import { hash } from 'node:crypto'
import { basename } from 'node:path'
import type { Instrument, InstrumentVersion, Outline } from '@tiaoli/library'
import { outlineOfTree } from '@tiaoli/library'
import type { parseTree } from 'remark-regast'
import { documentFacts } from '../document-facts.js'
import { foldersOf, instrumentOfDocument } from '../instrument-file.js'
import { readBytes, textOf } from '../read-text.js'
import { decodeOutline, encodeOutline } from './outline-code.js'

/** What is kept of a text beside its outline. */
export interface KeptHead extends Omit<Instrument, 'versions'> {
  version: Omit<InstrumentVersion, 'outline' | 'source'>
  /** It is one of several files of one long text. */
  partial?: true
}

/** A text as it is kept. */
export interface KeptText {
  key: string
  head: KeptHead
  /** Its outline, encoded. */
  outline: string
}

/**
 * The key of a text: its bytes, and what of its path counts for its facts (a name may state its day, a folder its
 * kind), so that a text that moved elsewhere in the library is not read again.
 */
export function textKey(file: string, bytes: Uint8Array): string {
  const path = [...foldersOf(file), basename(file)].join('/')
  return hash('sha256', `${path}\0${hash('sha256', bytes, 'base64url')}`, 'base64url')
}

/** Reads a text to be kept; rejects with an `InputError` where it cannot be read. */
export async function readForKeeping(file: string, parse: typeof parseTree): Promise<KeptText> {
  const bytes = readBytes(file)
  const key = textKey(file, bytes)
  const tree = parse(textOf(file, bytes).text)
  const instrument = instrumentOfDocument({ file, tree, facts: await documentFacts(tree, file) })
  const { versions, ...facts } = instrument
  const { outline, source, ...version } = versions[0]!
  const partial = outline!.complete ? {} : { partial: true as const }
  return { key, head: { ...facts, version, ...partial }, outline: encodeOutline(outline!) }
}

/** Texts that were read before, read again from their files when their words are asked for. */
export interface ArticleTexts {
  /** The outline of the text that a key stands for; `undefined` where the file has changed or gone since. */
  outline(file: string, key: string): Outline | undefined
}

const keptTrees = 24

/** Reads texts again for their articles; the last few stay in memory. */
export function articleTexts(parse: typeof parseTree): ArticleTexts {
  const outlines = new Map<string, Outline>()
  return {
    outline: (file, key) => {
      let outline = outlines.get(key)
      if (outline === undefined) {
        outline = outlineOf(file, key)
        if (outline === undefined) return undefined
        if (outlines.size >= keptTrees) outlines.delete(outlines.keys().next().value!)
      } else outlines.delete(key)
      outlines.set(key, outline)
      return outline
    }
  }

  function outlineOf(file: string, key: string): Outline | undefined {
    try {
      const bytes = readBytes(file)
      if (textKey(file, bytes) !== key) return undefined
      return outlineOfTree(parse(textOf(file, bytes).text))
    } catch {
      // Removed since the library was opened: the outline is still right for what was read, the words are gone.
      return undefined
    }
  }
}

/** The instrument of a kept text; its outline is decoded when it is first needed. */
export function instrumentOfKept(
  file: string,
  key: string,
  head: KeptHead,
  outlineText: () => string | undefined,
  texts: ArticleTexts,
  onDamage: (file: string) => void
): Instrument {
  const { version: facts, partial, ...rest } = head
  const version: InstrumentVersion = { ...facts, source: { kind: 'text', file, hash: key } }
  let outline: Outline | undefined
  Object.defineProperty(version, 'outline', {
    enumerable: true,
    configurable: true,
    get: (): Outline | undefined => {
      outline ??= load()
      return outline
    }
  })
  return { ...rest, versions: [version] }

  function load(): Outline {
    const text = outlineText()
    if (text !== undefined)
      return decodeOutline(text, (address) => texts.outline(file, key)?.articles.get(address)?.node)
    onDamage(file)
    return texts.outline(file, key) ?? { complete: false, inserted: false, articles: new Map(), structures: new Map() }
  }
}
