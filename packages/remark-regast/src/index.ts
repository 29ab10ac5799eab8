export type { ParseResult } from './parse.js'
export { parseRegulation } from './parse.js'
export type { RuleId } from './messages.js'
export { default } from './plugin.js'
