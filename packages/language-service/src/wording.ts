import type { CitedClause } from './target.js'

/** What one line says of a version: 2022-10-22 的文本, 登记信息. */
export function versionWords({ version, draft }: CitedClause): string {
  if (draft !== undefined) return ''
  if (version === undefined) return ''
  const date = version.date === undefined ? '日期不详' : version.date
  return version.source.kind === 'text' ? `${date} 的文本` : `${date} 的版本`
}

/** Whether an instrument is in force, as far as the library knows. */
export function standingWords({ instrument }: CitedClause): string {
  if (instrument === undefined) return ''
  if (instrument.replacedBy !== undefined) return `已由《${instrument.replacedBy}》取代`
  if (instrument.status === 'repealed') return '已废止'
  if (instrument.status === 'amended-title') return '已更名'
  return instrument.status === 'in-force' ? '现行有效' : ''
}

/** Escapes text for Markdown, so that a clause is shown as it is written. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)(\d+)([.)])/, '$1$2\\$3')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
}
