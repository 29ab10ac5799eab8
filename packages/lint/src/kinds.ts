/** Kinds of document that the rules tell apart, by the Chinese name that the field uses. */
export const documentKinds = ['法律', '行政法规', '规章', '地方性法规', '党内法规', '公文'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What the front matter of a draft says, read without a YAML reader: one plain `key: value` a line. */
export function frontMatterFields(value: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of value.split(/\r?\n/)) {
    const [, key, written = ''] = /^([A-Za-z]+):[ \t](.*)$/.exec(line) ?? []
    if (key === undefined) continue
    const value = written.trim()
    const quoted = /^"([^"]*)"(?=$|[ \t#])|^'([^']*)'(?=$|[ \t#])/.exec(value)
    fields.set(key, quoted === null ? value.split('#', 1)[0]!.trim() : (quoted[1] ?? quoted[2] ?? '').trim())
  }
  return fields
}

const stated = new Map<string, DocumentKind>([
  ...documentKinds.map((kind) => [kind, kind] as const),
  ['宪法', '法律'],
  ['监察法规', '行政法规'],
  ['部门规章', '规章'],
  ['地方政府规章', '规章'],
  ['党章', '党内法规'],
  ['准则', '党内法规'],
  ['规范性文件', '公文']
])

const partyTitle = /^(?:中国共产党|中共|党政领导|党内|党委|党组|党的|党员|党员领导干部|关于新形势下党内)/
const localTitle =
  /^(?:[\u4e00-\u9fff]{2,8}(?:省|市|自治区|自治州|自治县|特别行政区|县)|北京|上海|天津|重庆|广东|浙江|江苏|山东|河南|河北|湖南|湖北|四川|福建)/

/**
 * The kind of a document: as stated in its front matter, else as its title and notes tell without doubt;
 * `undefined` where they do not.
 */
export function kindOf(facts: { kind?: string; title?: string; notes?: string }): DocumentKind | undefined {
  const known = facts.kind === undefined ? undefined : stated.get(facts.kind)
  if (known !== undefined) return known
  const title = (facts.title ?? '').replace(/[（(][^（）()]*[）)]$/, '')
  const notes = facts.notes ?? ''
  if (partyTitle.test(title) || /中共中央|中国共产党中央|中央办公厅/.test(notes)) return '党内法规'
  if (/(?:意见|通知|通报|函|请示|批复|纪要)$/.test(title)) return '公文'
  if (/国务院令/.test(notes)) return '行政法规'
  if (localTitle.test(title) && /(?:条例|规定|办法|规则)$/.test(title)) {
    return /人民政府令|政府令/.test(notes) ? '规章' : '地方性法规'
  }
  if (/^中华人民共和国.*(?:法|法典)$/.test(title)) return '法律'
  if (/^中华人民共和国.*条例$/.test(title)) return '行政法规'
  return /(?:部|委员会|局|署|总局)令/.test(notes) ? '规章' : undefined
}
