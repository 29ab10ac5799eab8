import type { Brief, Coverage, CoverageReport, Suggestion } from '@tiaoli/brief'
import { readBrief } from '../brief-file.js'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import type { LinkedFile } from '../linking.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver, refuseInputs, withOutputOptions } from '../output.js'
import { refuseEdited, sealed } from '../word-files.js'
import type { CommandModule } from './command.js'

const formats = ['md', 'html', 'docx', 'csv', 'json'] as const
type Format = (typeof formats)[number]

interface CoverOptions extends OutputOptions {
  brief: string
  against?: string
  suggest?: true
  check?: true
  config?: string
}

/** `tiaoli cover FILE --brief FILE`: what of a drafting brief a draft answers. */
export const coverCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
    .command('cover')
    .argument('<file>', say({ zh: '草案文件', en: 'draft' }))
    .description(say({ zh: '对照起草任务书，逐项核对草案落实了什么', en: 'compare a draft with its drafting brief' }))
    .requiredOption(
      '--brief <file>',
      say({ zh: '起草任务书（写法见 docs/brief.md）', en: 'drafting brief (see docs/brief.md)' })
    )
    .option('--against <file>', say({ zh: '上一稿；列出落实情况的变化', en: 'older draft, to list what changed' }))
    .option('--suggest', say({ zh: '为没有对应的要求和条文推测可能的对应', en: 'suggest likely counterparts' }))
  withOutputOptions(command, context, formats)
    .option(
      '--check',
      say({
        zh: '必备要求没有全部落实、出现禁用语或者落实注释有误时，退出码为 1',
        en: 'exit with 1 if a must is not covered or a must-not appears'
      })
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((file: string, options: CoverOptions) => runCover(context, file, options))
}

async function runCover(context: Context, file: string, options: CoverOptions): Promise<void> {
  const format = chooseFormat(options, formats) ?? 'md'
  refuseInputs(options.out, [file, options.brief, options.against])
  await refuseEdited(options, format)
  const brief = await readBrief(context, options.brief)
  if (brief === undefined) return
  const { fileLinker } = await import('../linking.js')
  const { compareCoverage, linkageReport } = await import('@tiaoli/brief')
  const link = fileLinker(context, options)
  const linked = await link(file)
  const coverage = await cover(brief, file, linked)
  const report: CoverageReport = {
    brief,
    coverage,
    linkages: linkageReport(brief, linked.document.tree, linked.links, linked.library)
  }
  if (options.against !== undefined) {
    const older = await cover(brief, options.against, await link(options.against))
    report.comparison = { older, changes: compareCoverage(older, coverage) }
  }
  if (options.suggest) report.suggestions = await suggest(brief, coverage, linked)
  if (options.check && !(await passes(coverage))) context.exit(exitCodes.findings)
  await deliver(context, options.out, await render(report, format))
}

async function cover(brief: Brief, file: string, { document, links, library }: LinkedFile): Promise<Coverage> {
  const { coverDraft } = await import('@tiaoli/brief')
  const { stage, date } = document.facts
  return coverDraft(brief, document.tree, {
    library,
    linked: links,
    file,
    ...(stage !== undefined && { stage }),
    ...(date !== undefined && { date })
  })
}

/** Every requirement that binds most is covered, nothing forbidden occurs, and every tracing comment can be read. */
async function passes({ requirements, messages }: Coverage): Promise<boolean> {
  const { hasErrors } = await import('@tiaoli/brief')
  return (
    !hasErrors(messages) &&
    requirements.every(({ requirement, status }) =>
      requirement.strength === 'must' ? status === 'covered' : status !== 'contradicted'
    )
  )
}

const suggestionsEach = 3

async function suggest(
  brief: Brief,
  coverage: Coverage,
  { document, links, library }: LinkedFile
): Promise<NonNullable<CoverageReport['suggestions']>> {
  const { createSuggester } = await import('@tiaoli/brief')
  const suggester = createSuggester(brief, document.tree, { linked: links, library })
  const requirements: Record<string, Suggestion[]> = {}
  const articles: Record<string, Suggestion[]> = {}
  for (const { requirement, status } of coverage.requirements) {
    if (status === 'not-covered' && requirement.children.length === 0)
      requirements[requirement.id] = suggester.articlesFor(requirement.id, suggestionsEach)
  }
  for (const { address, explanation } of coverage.untraced) {
    if (explanation === undefined) articles[address] = suggester.requirementsFor(address, suggestionsEach)
  }
  return { requirements, articles }
}

async function render(report: CoverageReport, format: Format): Promise<string | Uint8Array> {
  const { renderCoverageCsv, renderCoverageHtml, renderCoverageJson, renderCoverageMarkdown } = await import(
    '@tiaoli/brief'
  )
  switch (format) {
    case 'html':
      return renderCoverageHtml(report)
    case 'docx':
      return sealed((await import('@tiaoli/docx')).coverageDocx(report))
    case 'csv':
      return renderCoverageCsv(report.coverage)
    case 'json':
      return renderCoverageJson(report)
    case 'md':
      return renderCoverageMarkdown(report)
  }
}
