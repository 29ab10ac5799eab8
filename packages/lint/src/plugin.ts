import type { Root } from 'regast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { LintInput } from './document-view.js'
import type { Severity } from './finding.js'
import { createLinter } from './linter.js'
import { toMessage } from './message.js'
import type { Rule } from './rule.js'
import { rules } from './rules/index.js'
import type { LintConfig, RuleSetting } from './settings.js'

/** Options of the plugin: a configuration, and what only the caller knows of the draft. */
export type LintPluginOptions = LintConfig & Pick<LintInput, 'links' | 'library' | 'previous' | 'kind'>

/** Checks a clause tree and puts a message on the file for everything it finds. */
const tiaoliLint: Plugin<[LintPluginOptions?], Root> = (options = {}) => check(options, [])
export default tiaoliLint

function check(options: LintPluginOptions, own: readonly Rule[]): (tree: Root, file: VFile) => void {
  const { links, library, previous, kind, ...config } = options
  const linter = createLinter(config, own)
  return (tree: Root, file: VFile): void => {
    // What the parser said is said again, by the rules that know about it or as it was.
    const parserMessages = file.messages.filter((message) => message.source === 'remark-regast')
    file.messages = file.messages.filter((message) => message.source !== 'remark-regast')
    const input: LintInput = { tree, source: String(file), parserMessages }
    if (links !== undefined) input.links = links
    if (library !== undefined) input.library = library
    if (previous !== undefined) input.previous = previous
    if (kind !== undefined) input.kind = kind
    for (const finding of linter.lint(input)) {
      const message = toMessage(finding)
      if (file.path !== undefined) {
        message.file = file.path
        message.name = `${file.path}:${message.name}`
      }
      file.messages.push(message)
    }
  }
}

/** How a plugin of one rule is set: as rules of `unified-lint-rule` are, or as in a configuration. */
export type RulePluginSetting = boolean | RuleSetting | [boolean | 'on' | Severity, Record<string, unknown>]

/**
 * A plugin that runs one rule alone, be it of those that ship or your own, whatever the kind of the draft; `false` or `'off'` keeps it quiet, a weight or
 * `['error', {…}]` sets it. What only the caller knows of the draft comes second.
 */
export function pluginOfRule(rule: Rule): Plugin<[RulePluginSetting?, LintPluginOptions?], Root> {
  return (setting = true, options = {}) => {
    const [level, given] = Array.isArray(setting) ? setting : [setting, {}]
    if (level === false || level === 'off') return undefined
    const off = Object.fromEntries(rules.map(({ id }) => [id, 'off'] as const))
    const wanted: RuleSetting = [level === true ? 'on' : level, given]
    return check({ ...options, rules: { ...off, [rule.id]: wanted } }, rules.includes(rule) ? [] : [rule])
  }
}
