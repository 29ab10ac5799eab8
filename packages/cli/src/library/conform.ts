import type { Conformity } from '@tiaoli/library'
import { conformityOf, kindOf } from '@tiaoli/library'
import { readDocument } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { checkedDay, openLibrary } from '../library-access.js'
import type { LibraryOptions } from '../library-options.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver, refuseInputs } from '../output.js'
import type { ConformFormat } from './formats.js'
import { conformFormats } from './formats.js'

/** Options of `conform`. */
export interface ConformOptions extends OutputOptions, LibraryOptions {
  asOf?: string
}

/** Prints a draft beside what it cites. */
export async function runConform(context: Context, file: string, options: ConformOptions): Promise<void> {
  const format = chooseFormat(options, conformFormats) ?? 'md'
  refuseInputs(options.out, [file])
  const asOf = checkedDay(options.asOf)
  // The draft first: a misspelt name should not have to wait for a library.
  await readDocument(file)
  const { library, draft } = await openLibrary(context, options, file, asOf)
  const { document, links } = await draft(file)
  const { title = '', kind: stated } = document.facts
  const date = asOf ?? document.facts.date
  const kind = kindOf({ stated, title })?.kind
  const conformity = conformityOf({
    tree: document.tree,
    links,
    library,
    source: document.text,
    draft: { title, ...(kind !== undefined && { kind }) },
    ...(date !== undefined && { date })
  })
  await deliver(context, options.out, await render(conformity, title, format))
}

async function render(conformity: Conformity, title: string, format: ConformFormat): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(conformity, null, 2)}\n`
  const report = await import('@tiaoli/report')
  switch (format) {
    case 'csv':
      return report.renderCsv(report.conformityRows(conformity))
    case 'xlsx':
      return report.renderXlsx([{ name: '对照', rows: report.conformityRows(conformity) }])
    case 'html':
      return report.conformityHtml(conformity, title)
    default:
      return report.conformityMarkdown(conformity, title)
  }
}
