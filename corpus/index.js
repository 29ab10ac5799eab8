import { fileURLToPath } from 'node:url'

/** Folder of this package, with a trailing separator. */
export const corpusFolder = fileURLToPath(new URL('./', import.meta.url))
/** Folder of the shipped registers of real instruments. */
export const registersFolder = fileURLToPath(new URL('./registers', import.meta.url))
/** Folder of the shipped study drafts. */
export const draftsFolder = fileURLToPath(new URL('./drafts', import.meta.url))
/** The shipped registers compiled to JSON by `scripts/build-registers.mjs`; may be absent. */
export const compiledRegisters = fileURLToPath(new URL('./dist/registers.json', import.meta.url))
