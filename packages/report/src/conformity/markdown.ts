import type { Conformity } from '@tiaoli/library'
import { inTitleMarks } from '@tiaoli/library'
import { formatAddress } from 'regast'
import { absentWords, citedLabel, copyWords, differenceWords, impliedLabel, likeness, summaryWords } from './rows.js'

/** A draft beside what it cites, as Markdown: first what needs a look, then every pair. */
export function conformityMarkdown(conformity: Conformity, title: string): string {
  const { pairs, implied, copies, absent, withoutText } = conformity
  const different = pairs.filter(({ differences }) => differences.length > 0)
  const unlike = implied.filter(({ differences }) => differences.length > 0)
  const lines = [`# ${inTitleMarks(title)}与所引条文对照`, '', summaryWords(conformity)]
  if (withoutText.length > 0) {
    const listed = withoutText.map(({ title: name, clauses }) => `${inTitleMarks(name)}${clauses} 处`)
    lines.push('', `文库没有条文、不能对照的：${listed.join('，')}。`)
  }
  if (absent.length > 0) {
    lines.push('', '## 所引文件没有的条款', '')
    for (const one of absent) lines.push(`- ${formatAddress(one.clause)}（第 ${one.line} 行）${absentWords(one)}。`)
  }
  if (different.length + unlike.length > 0) {
    lines.push('', '## 数字不同', '')
    for (const pair of different) {
      lines.push(
        `- ${formatAddress(pair.clause)}（第 ${pair.line} 行）引用${citedLabel(pair)}：${differenceWords(pair.differences)}。`
      )
    }
  }
  for (const pair of unlike) {
    const where = `${formatAddress(pair.clause)}（第 ${pair.line} 行）像是在落实${impliedLabel(pair)}`
    lines.push(`- ${where}：${differenceWords(pair.differences)}。`)
  }
  if (copies.length > 0) {
    lines.push('', '## 与所引文件重复', '')
    for (const copy of copies) lines.push(`- ${formatAddress(copy.clause)}（第 ${copy.line} 行）${copyWords(copy)}。`)
  }
  if (pairs.length > 0) lines.push('', '## 逐条对照', '')
  for (const pair of pairs) {
    lines.push(
      `### ${formatAddress(pair.clause)} — ${citedLabel(pair)}`,
      '',
      ...quoted('草案', pair.text),
      '',
      ...quoted('所引', pair.target.text),
      ''
    )
  }
  if (implied.length > 0) lines.push('', '## 没有引用、像是在落实的上位条文', '')
  for (const pair of implied) {
    lines.push(
      `### ${formatAddress(pair.clause)} — ${impliedLabel(pair)}（${likeness(pair)}）`,
      '',
      ...quoted('草案', pair.text),
      '',
      ...quoted('上位条文', pair.original.text),
      ''
    )
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function quoted(name: string, text: string): string[] {
  return [`${name}：`, '', ...text.split('\n').map((line) => `> ${line}`)]
}
