import type { VFileMessage } from 'vfile-message'

/** A message as JSON: where, which rule, why, and what was expected. */
export function jsonMessage({ ruleId, source, reason, place, expected, note }: VFileMessage): object {
  return { ruleId, source, reason, place, ...(expected && { expected }), ...(note && { note }) }
}

/** A message in one line that editors and people can follow to its place. */
export function messageLine(file: string, { line, column, reason, ruleId }: VFileMessage): string {
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`
  return `${file}${place}: ${reason}${ruleId ? ` (${ruleId})` : ''}`
}
