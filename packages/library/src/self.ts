import { baseTitle, titleKey } from './titles.js'

/** What a document says of itself by its title. */
export interface SelfDescription {
  title: string | undefined
  /** Key under which its own title is met in the text. */
  key: string | undefined
  /** Title without a stage or version suffix: how the noun of 本条例 is checked. */
  base: string
  /** Title of the instrument that it amends, where it is an amendment document. */
  amends: string | undefined
  /** Who made it, where its title says so before 关于. */
  issuer: string | undefined
  /** Title of the instrument that it implements or applies, where its own title says so. */
  implements: string | undefined
  /** Title of the draft or instrument that it explains or reports on. */
  explains: string | undefined
}

const decision = /修改《(.+)》等?[^《》]*的决定$|修改〈(.+)〉等?[^〈〉]*的决定$|修改(.{2,40}?)的决定/
const amendment = /^(.*?)修正案/
/** 关于《甲条例（草案）》的说明, 关于《甲条例（草案）》审议结果的报告. */
const explanation = /关于《(.+)》[^《》]{0,20}(?:说明|报告|汇报|解读)$/

/** What a title says of the document that bears it. */
export function describeSelf(title: string | undefined): SelfDescription {
  if (title === undefined || title.trim() === '')
    return {
      title: undefined,
      key: undefined,
      base: '',
      amends: undefined,
      issuer: undefined,
      implements: undefined,
      explains: undefined
    }
  const base = baseTitle(title)
  const explains = explanation.exec(title.replace(/\s/g, ''))?.[1]
  return {
    title,
    key: titleKey(title),
    base,
    amends: explains === undefined ? amendedBy(title.replace(/\s/g, '')) : undefined,
    issuer: /^[^《》]{2,40}?(?=关于)/.exec(title)?.[0],
    implements: implementedBy(title.replace(/\s/g, '')),
    explains
  }
}

function amendedBy(title: string): string | undefined {
  const change = decision.exec(title)
  if (change !== null) return change.slice(1).find((group) => group !== undefined)
  const fix = amendment.exec(title)
  if (fix === null) return undefined
  return fix[1]!.replace(/^《|》$/g, '') || undefined
}

const changes =
  /《([^《》]+)》[^。《》]{0,40}(?:（[^（）]{0,60}(?:（[^（）]{0,40}）[^（）]{0,60})?）)?[^。《》]{0,20}(?:作|作出)(?:如下|以下)(?:修改|修订|修正)/

/**
 * The same, where the words before the first article say that another text is changed: 对《甲办法》作如下修改. A paper that
 * bears the title of the text it changes is not that text.
 */
export function describeChange(self: SelfDescription, preamble: string): SelfDescription {
  if (self.amends !== undefined) return self
  const title = changes.exec(preamble)?.[1]
  if (title === undefined) return self
  return { ...self, amends: title, key: titleKey(title) === self.key ? undefined : self.key }
}

const kindNoun = /(?:条例|规定|办法|准则|规则|细则|章程|法)$/

const instrumentEnd =
  /(?:[编则案典定释]|意见|决议|规程|规范|标准|通知|公告|批复|安排|制度|方案|纲要|草案|稿|目录|守则)$/

/**
 * Why 本法 in a 条例 is not taken to mean the 条例 for certain: such words have mostly come along with a sentence of
 * another instrument. `undefined` where the name agrees with the title, or either has no noun of its kind.
 */
export function selfNameDoubt(self: SelfDescription, name: string): string | undefined {
  const own = kindNoun.exec(self.base)?.[0]
  const said = kindNoun.exec(name)?.[0]
  if (said === undefined || own === said) return undefined
  // 民法典 calls itself 本法 and a part of it bears the name of a 编; the heading of a case report is no instrument.
  if (own === undefined)
    return self.base === '' || self.base.includes(said) || instrumentEnd.test(self.base)
      ? undefined
      : `本文件的标题不像“${name}”的标题，这里可能是引用的文字`
  return `本文件是“${own}”，这里却写“${name}”，可能是从别的文件移入的文字`
}

const named = /(?:实施|施行|贯彻|执行|适用)(?:《(.+?)》|〈(.+?)〉)/
const derived =
  /^(.+(?:法|条例|规定|办法|规则|准则|章程))(?:（[^（）]*）)?(?:实施|施行)(?:细则|条例|办法|规定|意见)(?:（[^（）]*）)?$/

function implementedBy(title: string): string | undefined {
  const match = named.exec(title) ?? derived.exec(title)
  return match?.slice(1).find((group) => group !== undefined)
}
