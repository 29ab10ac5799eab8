import type { InputErrorCode, Wording } from '../errors.js'
import { InputError } from '../errors.js'
import type { KeptLinks, LinkRequest } from './kept-links.js'
import { linkForKeeping } from './kept-links.js'
import type { KeptText } from './kept-text.js'
import { readForKeeping } from './kept-text.js'

/** An error as it passes between threads. */
export interface SentError {
  code: InputErrorCode
  reason: Wording
  cure?: Wording
  line?: number
}

/** What came of one file. */
export type Done<Result> = { file: string; result: Result } | { file: string; error: SentError }

/** Reads texts, each alone: one that cannot be read keeps no other from being read. */
export async function readAll(files: readonly string[]): Promise<Done<KeptText>[]> {
  const { parseTree } = await import('remark-regast')
  const all: Done<KeptText>[] = []
  for (const file of files) {
    try {
      all.push({ file, result: await readForKeeping(file, parseTree) })
    } catch (error) {
      all.push({ file, error: sendable(error) })
    }
  }
  return all
}

/** Links texts into a library, each alone. */
export async function linkAll(
  files: readonly LinkRequest[],
  library: Parameters<typeof linkForKeeping>[1]
): Promise<Done<KeptLinks>[]> {
  const all: Done<KeptLinks>[] = []
  for (const request of files) {
    try {
      all.push({ file: request.file, result: await linkForKeeping(request, library) })
    } catch (error) {
      all.push({ file: request.file, error: sendable(error) })
    }
  }
  return all
}

function sendable(error: unknown): SentError {
  if (!(error instanceof InputError)) throw error
  const { code, reason, cure, place } = error
  return { code, reason, ...(cure && { cure }), ...(place && { line: place.line }) }
}

/** The `InputError` that a thread reported. */
export function inputErrorOf(file: string, { code, reason, cure, line }: SentError): InputError {
  return new InputError(code, { file, reason, ...(cure && { cure }), ...(line !== undefined && { place: { line } }) })
}
