import type { Relation, RequirementKind, Strength } from './brief.js'

/** The Chinese name of each strength, strongest first. */
export const strengthNames: Record<Strength, string> = { must: '必备', should: '宜备', may: '选备', 'must-not': '禁止' }

/** The Chinese name of each kind. */
export const kindNames: Record<RequirementKind, string> = {
  contents: '内容',
  principle: '原则',
  definition: '定义',
  basis: '依据',
  linkage: '衔接',
  scope: '范围',
  authorisation: '授权',
  'effective-date': '施行日期'
}

/** The Chinese name of each relation to another instrument. */
export const relationNames: Record<Relation, string> = { 'takes-over': '承接', refines: '细化', leaves: '留给' }

/** Names of the fields of a requirement. */
export const requirementFields = ['强度', '类别', '来源', '衔接', '禁用语', '例外语', '章', '节', '说明'] as const

/** Names of the fields under the title of a brief. */
export const briefFields = ['法规名称', '编号前缀', '主要材料', '说明'] as const

/** The key whose Chinese name a text is. */
export function keyOfName<Key extends string>(names: Record<Key, string>, text: string): Key | undefined {
  return (Object.keys(names) as Key[]).find((key) => names[key] === text)
}

/** The known name that shares most characters with a text, where it shares any. */
export function nearestName(names: readonly string[], text: string): string | undefined {
  let best: string | undefined
  let most = 0
  for (const name of names) {
    const shared = [...name].filter((char) => text.includes(char)).length
    if (shared > most) {
      most = shared
      best = name
    }
  }
  return best
}
