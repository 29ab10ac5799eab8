import type { LinkStatus } from '@tiaoli/library'
import type { Finding } from '../finding.js'

/** A draft with what was found in it. */
export interface CheckedFile {
  /** Path as the user wrote it. */
  file: string
  /** The text that the places of the findings count in. */
  source: string
  findings: Finding[]
  /** References that no finding speaks of and that are not known to be right, counted by why; for whoever reads that nothing was found. */
  unverified?: Partial<Record<LinkStatus, number>>
}

/** How many findings of each weight there are, and how many `--fix` settles. */
export interface Tally {
  files: number
  errors: number
  warnings: number
  infos: number
  fixable: number
  /** References that could not be checked, where that was counted. */
  unverified?: number
}

/** The counts over files. */
export function tally(files: readonly CheckedFile[]): Tally {
  const counts: Tally = { files: files.length, errors: 0, warnings: 0, infos: 0, fixable: 0 }
  for (const { findings, unverified } of files) {
    if (unverified !== undefined)
      counts.unverified = Object.values(unverified).reduce((sum, count) => sum + count, counts.unverified ?? 0)
    for (const { severity, fix } of findings) {
      if (severity === 'error') counts.errors += 1
      else if (severity === 'warning') counts.warnings += 1
      else counts.infos += 1
      if (fix !== undefined) counts.fixable += 1
    }
  }
  return counts
}
