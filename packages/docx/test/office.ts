import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { absentProgram } from '@tiaoli/test-utils'

/** Whether tests with LibreOffice have to be skipped. */
export const withoutOffice = absentProgram('soffice', 'Word files in a word processor')

/** Files as LibreOffice writes them after opening them; one start for all of them. */
export function throughOffice(
  files: Uint8Array[],
  extension: 'docx' | 'odt' | 'pdf',
  from: 'docx' | 'odt' = 'docx'
): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-office-'))
  try {
    const names = files.map((bytes, index) => {
      const name = join(folder, `${index}.${from}`)
      writeFileSync(name, bytes)
      return name
    })
    const out = join(folder, 'out')
    // A profile of its own, so that an office that somebody has open is left alone.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', extension, '--outdir', out, ...names], {
      stdio: 'ignore',
      timeout: 100_000
    })
    return files.map((_, index) => new Uint8Array(readFileSync(join(out, `${index}.${extension}`))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
