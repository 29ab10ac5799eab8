import type { ListItem, PrintBlock, Span } from './blocks.js'
import type { Report } from './model.js'
import { printReport } from './print-report.js'
import type { Language } from './wording.js'
import { reportWording } from './wording.js'

/** A report as Markdown, ending in a line break. */
export function renderMarkdown(report: Report, language: Language = 'zh'): string {
  return renderBlocks(printReport(report, reportWording(language)))
}

/** Blocks as Markdown, ending in a line break. */
export function renderBlocks(blocks: readonly PrintBlock[]): string {
  return `${blocks.map(block).join('\n\n')}\n`
}

function block(printed: PrintBlock): string {
  switch (printed.type) {
    case 'heading':
      return `${'#'.repeat(printed.level)} ${line(printed.spans)}`
    case 'paragraph':
      return line(printed.spans)
    case 'list':
      return printed.items.map((item) => listItem(item, '')).join('\n')
    case 'table': {
      const rule = printed.numeric.map((numeric) => (numeric ? '---:' : '---'))
      return [printed.head.map(escapeMarkdown), rule, ...printed.rows.map((row) => row.map(line))]
        .map(tableRow)
        .join('\n')
    }
  }
}

function tableRow(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}

function listItem(item: ListItem, indent: string): string {
  return [`${indent}- ${line(item.spans)}`, ...item.items.map((child) => listItem(child, `${indent}  `))].join('\n')
}

function line(spans: Span[]): string {
  return spans
    .map(({ text, style }) =>
      style === 'strong' && text !== '' ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text)
    )
    .join('')
}

/** Text in which nothing is read as Markdown; a line break becomes a space. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
}
