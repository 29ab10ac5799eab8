import type { Severity } from '../finding.js'
import { type Language, reasonIn } from '../finding.js'
import type { CheckedFile } from './checked-file.js'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

/** Findings as workflow commands that GitHub Actions turns into annotations, a line each. */
export function renderGithub(files: readonly CheckedFile[], language: Language = 'zh'): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map((finding) => {
        const { severity, position, ruleId, label } = finding
        const { start, end } = position
        // An annotation of several lines takes no columns.
        const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : ''
        const where = `file=${property(file)},line=${start.line},endLine=${end.line}${columns},title=${property(ruleId)}`
        const clause = label === '' ? '' : `${label}${language === 'en' ? ': ' : '：'}`
        return `::${commands[severity]} ${where}::${data(clause + reasonIn(finding, language))}\n`
      })
    )
    .join('')
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
