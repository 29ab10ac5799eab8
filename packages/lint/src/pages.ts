import { exampleOf } from './examples.js'
import type { Severity } from './finding.js'
import { type DocumentKind, documentKinds } from './kinds.js'
import type { Measured, Sample } from './measured.js'
import type { Example, Rule, RuleGroup } from './rule.js'
import { rules } from './rules/index.js'
import { inPreset, severityOf } from './settings.js'

const generated = '<!-- 由 scripts/generate-rule-docs.mjs 生成，请勿手工修改。Generated; do not edit. -->'
const severities: Record<Severity, string> = { error: '错误', warning: '提醒', info: '提示' }
const fixes: Record<Rule['fix'], string> = {
  safe: '`tiaoli check --fix` 可以自动更正',
  offer: '给出建议，由人选择',
  none: '由人更正'
}
const needs: Record<NonNullable<Rule['needs']>, string> = {
  links: '引用及其指向（命令自动准备）',
  previous: '上一稿（`--against 上一稿.md`）',
  library: '文库（命令自动准备）'
}
const groups: Record<RuleGroup, string> = {
  structure: '结构和编号',
  citation: '引用',
  words: '用词',
  clauses: '定义、开头和结尾的条款',
  signs: '数字和标点',
  party: '党内法规',
  tool: '工具'
}
const certainties = { A: 'A（查证或者计数）', B: 'B（通行）', C: 'C（惯例或者推断）' }

/** The page of a rule, as in docs/rules; with what is known of it from published texts, where that is given. */
export function ruleMarkdown(rule: Rule, measured?: Measured): string {
  const lines = [
    `# ${rule.id}`,
    '',
    rule.summary.zh,
    '',
    `*${rule.summary.en}*`,
    '',
    rule.rationale,
    '',
    '| | |',
    '| --- | --- |',
    `| 适用 | ${kindsOf(rule)} |`,
    `| 轻重 | ${weightsOf(rule)} |`,
    `| 更正 | ${fixes[rule.fix]} |`,
    `| 默认 | ${defaultOf(rule)} |`
  ]
  if (rule.review) lines.push('| 性质 | 只列出要由人核对的条文，不作判断 |')
  if (rule.needs !== undefined) lines.push(`| 需要 | ${needs[rule.needs]} |`)
  lines.push(...practiceLines(rule, measured))
  lines.push(
    '',
    '## 依据',
    '',
    ...rule.sources.map(({ text, certainty }) => `- ${text}。可靠程度 ${certainties[certainty]}`)
  )
  if (rule.options !== undefined) {
    lines.push('', '## 选项', '')
    for (const [name, option] of Object.entries(rule.options)) {
      lines.push(`- \`${name}\`：${option.description}。默认 \`${JSON.stringify(option.default)}\`。`)
    }
    lines.push('', '```json', `{ "rules": { "${rule.id}": ["on", ${JSON.stringify(defaultsOf(rule))}] } }`, '```')
  }
  lines.push('', '## 不合要求的', '', ...rule.bad.flatMap((given) => exampleLines(exampleOf(given))))
  lines.push('## 合要求的', '', ...rule.good.flatMap((given) => exampleLines(exampleOf(given))))
  return `${lines.join('\n').trimEnd()}\n`
}

/** How often a rule fires on published texts, how often it is right there, and why where that is often. */
function practiceLines({ inPractice }: Rule, measured: Measured | undefined): string[] {
  const lines: string[] = []
  if (measured !== undefined) {
    const { texts, total, rates, on, off } = measured
    lines.push(total === 0 ? `在${texts}件公开文本中没有一处。` : `在${texts}件公开文本中共${total}处。`)
    if (on.judged > 0) lines.push(`逐处读过${precision(on)}。`)
    if (off.judged > 0) lines.push(`默认关闭的，打开后逐处读过${precision(off)}。`)
    const often = rates.filter(({ articles }) => articles > 0)
    if (often.length > 0) {
      lines.push('', '| | 每百条 | 有此情形的文本 |', '| --- | --- | --- |')
      for (const { kind, articles, documents } of often)
        lines.push(`| ${kind} | ${articles.toFixed(2)} 处 | ${documents.toFixed(1)}% |`)
    }
  }
  if (inPractice !== undefined) lines.push(...(lines.length === 0 ? [] : ['']), inPractice)
  return lines.length === 0 ? [] : ['', '## 在公开的文本中', '', ...lines]
}

function precision({ judged, right }: Sample): string {
  return `${judged}处，${right}处判断正确（${(right / judged).toFixed(2)}）`
}

/** The page of a rule with the note that it is generated. */
export function rulePageText(rule: Rule, measured?: Measured): string {
  return `${generated}\n\n${ruleMarkdown(rule, measured)}`
}

/** The list of all rules with the preset of every kind, and how often each was right where `measuredOf` knows it. */
export function ruleIndexText(measuredOf: (id: string) => Measured | undefined = () => undefined): string {
  const lines = [
    generated,
    '',
    '# 起草规范的检查规则',
    '',
    `共 ${rules.length} 条。表中写的是各种文件的默认轻重：错误、提醒、提示；“·”适用而默认关闭，空白不适用。`,
    '“抽样”是在公开文本中逐处读过的数目里判断正确的有几处，“无”是没有发现过；每条规则的频度见各页。',
    '文件的种类写在 front matter 的 `kind`，或者由标题和题注推知，或者用 `tiaoli check --kind` 指定。',
    ''
  ]
  for (const [group, title] of Object.entries(groups)) {
    const own = rules.filter((rule) => rule.group === group)
    lines.push(`## ${title}`, '', `| 规则 | 检查什么 | 更正 | 抽样 | ${documentKinds.join(' | ')} |`)
    lines.push(`| --- | --- | --- | --- |${' --- |'.repeat(documentKinds.length)}`)
    for (const rule of own) {
      const cells = documentKinds.map((kind) => cellOf(rule, kind))
      const fix = { safe: '自动', offer: '建议', none: '' }[rule.fix]
      lines.push(
        `| [${rule.id}](${rule.id}.md) | ${rule.summary.zh} | ${fix} | ${sampleCell(measuredOf(rule.id))} | ${cells.join(' | ')} |`
      )
    }
    lines.push('')
  }
  lines.push(...leftOut)
  return `${lines.join('\n').trimEnd()}\n`
}

const leftOut = [
  '## 没有做成规则的',
  '',
  '- 党内法规备案审查的四个方面（政治性、合法合规性、合理性、规范性）是审查报告的编排，不是对某一处文字的要求，没有单独成为规则。',
  '- “和”与“以及”、会同与商、违法与非法、批准与核准、注销与吊销与撤销、执业与从业，取舍取决于权限和轻重，由人判断。',
  '- 限制人身自由的期限是否应当用“日”而不用“工作日”，由人判断。',
  '- “第十条规定”与“第十条的规定”两种写法都通行，不检查。',
  '',
  '## 设定',
  '',
  '在 `tiaoli.config.json` 中：',
  '',
  '```json',
  '{',
  '  "preset": "党内法规",',
  '  "rules": {',
  '    "modal-duty": "warning",',
  '    "connectives": "off",',
  '    "scope-clause": ["on", { "within": 3 }]',
  '  },',
  '  "dictionary": {',
  '    "prefer": [{ "term": "承办单位", "instead": ["主办部门", "承办部门"] }],',
  '    "avoid": [{ "term": "做大做强", "reason": "宣传用语" }]',
  '  }',
  '}',
  '```',
  '',
  '在草案中停用某条规则，必须写明理由：',
  '',
  '```markdown',
  '<!-- 不检查 modal-duty：引自上位法 -->',
  '',
  '第八条　……',
  '',
  '<!-- 停止检查 connectives：附录沿用旧文 -->',
  '',
  '……',
  '',
  '<!-- 恢复检查 connectives -->',
  '```'
]

function sampleCell(measured: Measured | undefined): string {
  if (measured === undefined) return ''
  const { judged, right } = measured.on.judged > 0 ? measured.on : measured.off
  return judged === 0 ? '无' : `${right}/${judged}`
}

function cellOf(rule: Rule, kind: DocumentKind): string {
  if (rule.kinds !== 'all' && !rule.kinds.includes(kind)) return ''
  return inPreset(rule, kind) ? severities[severityOf(rule, kind)] : '·'
}

function kindsOf(rule: Rule): string {
  return rule.kinds === 'all' ? '各种文件' : rule.kinds.join('、')
}

function weightsOf(rule: Rule): string {
  const others = Object.entries(rule.severityIn ?? {}).map(([kind, severity]) => `${kind}：${severities[severity]}`)
  return [severities[rule.severity], ...others].join('；')
}

function defaultOf({ off }: Rule): string {
  if (off === undefined) return '打开'
  return off.in === undefined ? `关闭。${off.because}` : `在${off.in.join('、')}中关闭。${off.because}`
}

function defaultsOf(rule: Rule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]))
}

/** An example as a quotation: found stretches in bold, what it becomes behind an arrow. */
function exampleLines({ text, fixed, kind, previous, options }: Example): string[] {
  const notes = [
    ...(kind === undefined ? [] : [`文件种类：${kind}`]),
    ...(options === undefined ? [] : [`选项：\`${JSON.stringify(options)}\``])
  ]
  return [
    ...(notes.length === 0 ? [] : [`${notes.join('；')}`, '']),
    ...(previous === undefined ? [] : ['上一稿：', '', ...quote(previous), '', '这一稿：', '']),
    ...quote(text),
    ...(fixed === undefined ? [] : ['', '改为：', '', ...quote(fixed)]),
    '',
    '---',
    ''
  ]
}

function quote(text: string): string[] {
  return text
    .replace(/⟦/g, '【')
    .replace(/⟧/g, '】')
    .split('\n')
    .flatMap((line, index) => [...(index === 0 ? [] : ['>']), `> ${shown(line)}`])
}

/** Comments and headings of an example are shown as they are written. */
function shown(line: string): string {
  return line
    .replace(/^(#+) /, '`$1` ')
    .replace(/^---$/, '`---`')
    .replace(/<!--.*?-->/g, (comment) => `\`${comment}\``)
    .replace(/^(\d+)\. /, '$1\\. ')
}
