import type { CoverageReport } from './coverage-report.js'
import type { Cell, ReportPart } from './sections.js'
import { reportParts, summary } from './sections.js'

/** A coverage report as Markdown, ending in a line break. */
export function renderCoverageMarkdown(report: CoverageReport): string {
  const { brief, draft, messages } = report.coverage
  const facts = [draft.stage, draft.date].filter((fact) => fact !== undefined).join('，')
  const blocks = [
    `# 落实情况：${escapeMarkdown(draft.title)}`,
    `对照：${escapeMarkdown(brief.title)}${facts === '' ? '' : `；草案：${escapeMarkdown(facts)}`}`,
    summary(report)
      .map((sentence) => `- ${sentence}`)
      .join('\n')
  ]
  if (messages.length > 0) {
    blocks.push(
      '## 落实注释中的问题',
      messages.map(({ line, reason }) => `- 第 ${line ?? 1} 行：${escapeMarkdown(reason)}`).join('\n')
    )
  }
  for (const part of reportParts(report)) blocks.push(printPart(part))
  return `${blocks.join('\n\n')}\n`
}

function printPart({ heading, words, head, rows }: ReportPart): string {
  const blocks = [`## ${heading}`, ...words.map(escapeMarkdown)]
  if (head !== undefined && rows !== undefined) {
    const lines = [head.map(escapeMarkdown), head.map(() => '---'), ...rows.map((row) => row.map(printCell))]
    blocks.push(lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'))
  }
  return blocks.join('\n\n')
}

function printCell({ text, status }: Cell): string {
  return status === 'contradicted' || status === 'not-covered' ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text)
}

/** Text in which nothing is read as Markdown; a line break becomes a space. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
}
