import { type Language, reasonIn } from '../finding.js'
import type { CheckedFile } from './checked-file.js'

/** Findings as JUnit XML: a suite a file, a failing case a finding (hints pass); a clean file is one passing case. */
export function renderJunit(files: readonly CheckedFile[], language: Language = 'zh'): string {
  const suites = files.map(({ file, findings }) => {
    const failures = findings.filter(({ severity }) => severity !== 'info').length
    const cases = findings.map((finding) => {
      const { ruleId, severity, position, label } = finding
      const reason = reasonIn(finding, language)
      const { line, column } = position.start
      const clause = label === '' ? '' : ` ${label}`
      const name = `${ruleId} ${line}:${column}${clause}`
      const open = `    <testcase name="${xml(name)}" classname="${xml(file)}"`
      if (severity === 'info') return `${open}><system-out>${xml(reason)}</system-out></testcase>`
      return `${open}><failure type="${severity}" message="${xml(reason)}">${xml(`${file}:${line}:${column}${clause} ${reason}`)}</failure></testcase>`
    })
    if (cases.length === 0)
      cases.push(
        `    <testcase name="${language === 'en' ? 'nothing found' : '没有发现问题'}" classname="${xml(file)}"/>`
      )
    return [
      `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
      ...cases,
      '  </testsuite>'
    ].join('\n')
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tiaoli check">\n${suites.join('\n')}\n</testsuites>\n`
}

function xml(text: string): string {
  return (
    text
      // XML 1.0 has no way to write these.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  )
}
