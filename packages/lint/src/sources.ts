import type { Certainty, RuleSource } from './rule.js'

/** Where a rule comes from, with how well that is attested. */
export function source(text: string, certainty: Certainty): RuleSource {
  return { text, certainty }
}

/** Sources that many rules share. */
export const technique1 = '《立法技术规范（试行）（一）》'
export const technique2 = '《立法技术规范（试行）（二）》'
export const legislationLaw65 = '《立法法》第六十五条'
export const partyMaking = '《中国共产党党内法规制定条例》'
export const punctuation = 'GB/T 15834《标点符号用法》'
export const numbers = 'GB/T 15835《出版物上数字用法》'
export const practice = '起草惯例'
export const counted = '对公开的法律、行政法规文本的统计'
