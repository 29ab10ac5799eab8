import type { CheckedFile, DocumentKind, LintConfig, Linter, Rule } from '@tiaoli/lint'
import type { Config } from '@tiaoli/workspace'
import { InputError } from '@tiaoli/workspace'
import type { Context, Language } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { eachFile, textsAt } from '../files.js'
import type { OutputOptions } from '../output.js'
import { chooseFormat, deliver, refuseInputs, withOutputOptions } from '../output.js'
import { watchFiles } from '../watch-files.js'
import { workspaceDrafts } from '../workspace-drafts.js'
import type { CommandModule } from './command.js'

const formats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const
type Format = (typeof formats)[number]

interface CheckOptions extends OutputOptions {
  fix?: true
  watch?: true
  maxWarnings?: string
  against?: string
  kind?: string
  quiet?: true
  explain?: string
  config?: string
}

/** `tiaoli check [FILE...]`: structure, references and drafting rules of drafts in one pass. */
export const checkCommand: CommandModule = (program, context) => {
  const { say } = context
  const command = program
    .command('check')
    .argument(
      '[files...]',
      say({ zh: '草案或者文件夹；不写时检查工作区的全部草案', en: 'drafts or folders; all of the workspace if none' })
    )
    .description(say({ zh: '检查草案的结构、引用和起草规范', en: 'check structure, references and drafting rules' }))
  withOutputOptions(command, context, formats)
    .option('--fix', say({ zh: '自动更正有把握的问题，写回文件', en: 'mend what is safe to mend, in the files' }))
    .option(
      '--against <file>',
      say({ zh: '上一稿；检查改动造成的问题', en: 'older draft, to find what changes broke' })
    )
    .option('--kind <kind>', say({ zh: '按哪一种文件检查（法律、党内法规等）', en: 'kind of document to check as' }))
    .option('--quiet', say({ zh: '只显示错误', en: 'show errors only' }))
    .option(
      '--max-warnings <n>',
      say({ zh: '提醒超过这个数时，退出码为 1', en: 'exit with 1 above this many warnings' })
    )
    .option('--watch', say({ zh: '文件一改动就重新检查', en: 'check again when a file changes' }))
    .option(
      '--explain <rule>',
      say({ zh: '说明一条规则；all：列出全部规则', en: 'explain a rule; all: list the rules' })
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
    .action((files: string[], options: CheckOptions) => runCheck(context, files, options))
}

async function runCheck(context: Context, named: string[], options: CheckOptions): Promise<void> {
  if (options.explain !== undefined) return context.write(await explain(options.explain, context.language, options))
  const format = chooseFormat(options, formats) ?? 'pretty'
  const most = warningLimit(options.maxWarnings)
  const kind = await kindNamed(options.kind)
  const files = named.length > 0 ? await textsAt(named) : await workspaceDrafts(context, options.config, 'tiaoli check')
  refuseInputs(options.out, [...files, options.against])
  const checker = await createChecker(context, options, kind)
  const once = async (): Promise<void> => {
    const checked: CheckedFile[] = []
    await eachFile(context, files, async (file) => {
      checked.push(await checker.check(file))
    })
    // Where no file could be read, that nothing was found is no news.
    if (checked.length > 0 || format !== 'pretty')
      await deliver(context, options.out, await render(context, checked, format))
    const { tally } = await import('@tiaoli/lint')
    const { errors, warnings } = tally(checked)
    if (errors > 0 || warnings > most) context.exit(exitCodes.findings)
  }
  await once()
  if (options.watch) await watchFiles(context, files, once)
}

interface Checker {
  check(file: string): Promise<CheckedFile>
}

async function createChecker(
  context: Context,
  options: CheckOptions,
  kind: DocumentKind | undefined
): Promise<Checker> {
  const { createLinter } = await import('@tiaoli/lint')
  const { fileLinker } = await import('../linking.js')
  const { fixDraft, lintInput } = await import('../fix-draft.js')
  const { unverifiedReferences } = await import('../unverified.js')
  const link = fileLinker(context, options)
  const linters = new Map<Config, Linter>()
  const previous = options.against === undefined ? undefined : (await link(options.against)).document.tree
  return { check }

  async function check(file: string): Promise<CheckedFile> {
    const linked = await link(file)
    let linter = linters.get(linked.config)
    if (linter === undefined) {
      linter = createLinter(lintConfig(linked.config, kind))
      linters.set(linked.config, linter)
    }
    const { text, findings, links } = options.fix
      ? await fixDraft(context, linked, linter, previous)
      : { text: linked.document.text, findings: linter.lint(lintInput(linked, previous)), links: linked.links }
    const shown = options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings
    return {
      file,
      source: text,
      findings: shown,
      ...(!options.quiet && { unverified: unverifiedReferences(links, findings) })
    }
  }
}

function lintConfig({ preset, rules, dictionary }: Config, kind: DocumentKind | undefined): LintConfig {
  // The schema of the configuration has checked their shapes.
  const config = { ...(preset && { preset }), ...(rules && { rules }), ...(dictionary && { dictionary }) } as LintConfig
  return kind === undefined ? config : { ...config, preset: kind }
}

async function render(context: Context, files: CheckedFile[], format: Format): Promise<string> {
  const lint = await import('@tiaoli/lint')
  switch (format) {
    case 'json':
      return lint.renderJson(files)
    case 'sarif':
      return lint.renderSarif(files, context.language)
    case 'github':
      return lint.renderGithub(files, context.language)
    case 'junit':
      return lint.renderJunit(files, context.language)
    case 'pretty':
      return lint.renderPretty(files, {
        width: context.columns ?? 100,
        color: context.color,
        language: context.language
      })
  }
}

/** What a rule is for; `all`: every rule in a line. */
async function explain(id: string, language: Language, { json }: CheckOptions): Promise<string> {
  const { ruleMarkdown, rules } = await import('@tiaoli/lint')
  if (id === 'all' && json) return `${JSON.stringify(rules.map(ruleFacts), null, 2)}\n`
  if (id === 'all') return rules.map((rule) => `${rule.id}　${rule.summary[language]}\n`).join('')
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule !== undefined) return json ? `${JSON.stringify(ruleFacts(rule), null, 2)}\n` : ruleMarkdown(rule)
  const { nearest } = await import('@tiaoli/workspace')
  const close = nearest(
    id,
    rules.map((candidate) => candidate.id)
  )
  throw new InputError('usage', {
    reason: { zh: `没有“${id}”这条规则。`, en: `there is no rule “${id}”.` },
    cure: close
      ? { zh: `是不是“${close}”？`, en: `did you mean “${close}”?` }
      : { zh: '运行 tiaoli check --explain all，列出全部规则。', en: 'tiaoli check --explain all lists the rules.' }
  })
}

/** What a program may want to know of a rule. */
function ruleFacts({ id, group, summary, rationale, sources, kinds, severity, fix, off }: Rule) {
  return { id, group, summary, rationale, sources, kinds, severity, fix, ...(off && { off }) }
}

function warningLimit(written: string | undefined): number {
  if (written === undefined) return Number.POSITIVE_INFINITY
  if (/^\d+$/.test(written)) return Number(written)
  throw new InputError('usage', {
    reason: {
      zh: `--max-warnings 后面要写一个数，不能是“${written}”。`,
      en: `--max-warnings takes a number, not “${written}”.`
    }
  })
}

async function kindNamed(written: string | undefined): Promise<DocumentKind | undefined> {
  if (written === undefined) return undefined
  const { documentKinds } = await import('@tiaoli/lint')
  const kind = documentKinds.find((candidate) => candidate === written)
  if (kind !== undefined) return kind
  throw new InputError('usage', {
    reason: { zh: `不认识的文件种类“${written}”。`, en: `unknown kind “${written}”.` },
    cure: { zh: `可以写：${documentKinds.join('、')}。`, en: `known kinds: ${documentKinds.join(', ')}.` }
  })
}
