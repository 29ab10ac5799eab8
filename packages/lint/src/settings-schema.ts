import { documentKinds } from './kinds.js'
import type { Rule } from './rule.js'
import { rules } from './rules/index.js'

const levels = ['off', 'on', 'error', 'warning', 'info']

/** JSON schemas of what `tiaoli.config.json` says about checking, by key: `preset`, `rules` and `dictionary`. */
export function settingsSchemas(): Record<'preset' | 'rules' | 'dictionary', object> {
  return {
    preset: { enum: [...documentKinds], description: '一律按这一种文件检查，不看 front matter 的 kind。' },
    rules: {
      description: '各条检查规则的设定，例如 "modal-duty": "off"；规则列在 docs/rules。',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(rules.map((rule) => [rule.id, settingSchema(rule)]))
    },
    dictionary: {
      description: '本单位的词表。',
      type: 'object',
      additionalProperties: false,
      properties: {
        prefer: list('统一用的词：写 term，不写 instead 中的词。', {
          required: ['term', 'instead'],
          properties: { term: word(), instead: { type: 'array', items: word() }, reason: { type: 'string' } }
        }),
        avoid: list('不用的词。', { required: ['term', 'reason'], properties: { term: word(), reason: word() } })
      }
    }
  }
}

function settingSchema(rule: Rule): object {
  const description = rule.summary.zh
  if (rule.options === undefined) return { description, enum: levels }
  const properties = Object.fromEntries(
    Object.entries(rule.options).map(([name, option]) => [
      name,
      { ...option.schema, default: option.default, description: option.description }
    ])
  )
  return {
    description,
    anyOf: [
      { enum: levels },
      {
        type: 'array',
        minItems: 2,
        maxItems: 2,
        prefixItems: [{ enum: levels.slice(1) }, { type: 'object', additionalProperties: false, properties }]
      }
    ]
  }
}

function word(): object {
  return { type: 'string', minLength: 1 }
}

function list(description: string, item: object): object {
  return { description, type: 'array', items: { type: 'object', additionalProperties: false, ...item } }
}
