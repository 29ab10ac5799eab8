import { rulePage } from '../message.js'
import { type CheckedFile, tally } from './checked-file.js'

/** Findings as JSON: `{files: [{file, findings}], summary}`; places count lines and columns from 1, offsets from 0 in UTF-16 units. */
export function renderJson(files: readonly CheckedFile[]): string {
  const value = {
    files: files.map(({ file, findings, unverified }) => ({
      file,
      findings: findings.map((finding) => ({ ...finding, url: rulePage(finding.ruleId) })),
      ...(unverified !== undefined && { unverified })
    })),
    summary: tally(files)
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
