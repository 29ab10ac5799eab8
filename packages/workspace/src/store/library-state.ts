import type { Instrument, WatchedLibrary } from '@tiaoli/library'
import { createLibrary, watchLibrary } from '@tiaoli/library'
import { loadRegister, loadShippedRegisters } from '../registers.js'
import type { KeptHead } from './kept-text.js'
import { articleTexts, instrumentOfKept } from './kept-text.js'

/** Everything that a library is made of, in a form that passes between threads. */
export interface LibraryState {
  texts: { file: string; key: string; head: KeptHead; outline: string | undefined }[]
  /** Files of registers beside the shipped ones. */
  registers: string[]
  shippedRegisters: boolean
}

/** The instruments of registers: those named first, then (after the texts) the shipped ones. */
export async function registerInstruments(
  registers: readonly string[],
  shipped: boolean
): Promise<{ own: Instrument[]; shipped: Instrument[] }> {
  const own: Instrument[] = []
  for (const register of registers) own.push(...(await loadRegister(register)))
  return { own, shipped: shipped ? await loadShippedRegisters() : [] }
}

/** The library of a state, watched. */
export async function watchedLibraryOf(state: LibraryState): Promise<WatchedLibrary> {
  const { parseTree } = await import('remark-regast')
  const texts = articleTexts(parseTree)
  const { own, shipped } = await registerInstruments(state.registers, state.shippedRegisters)
  const kept = state.texts.map(({ file, key, head, outline }) =>
    instrumentOfKept(
      file,
      key,
      head,
      () => outline,
      texts,
      () => {}
    )
  )
  return watchLibrary(createLibrary([...own, ...kept, ...shipped]))
}
