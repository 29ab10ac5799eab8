/** More than anybody puts between a name and its clause. */
const longest = 200

/** （某令第1号）, （市府发（2010）5号，以下简称《甲》）: a bracket, with at most one level of brackets in it. */
const bracket = '[（(](?:[^（）()。]|[（(][^（）()。]*[）)])*[）)]'
/** Blanks, what stands for a note or a comment (U+FFFC), numbers of notes, and marks of bold or struck text that stayed marks. */
const marks = '(?:\\uFFFC\\d{1,3}\\uFFFC|\\[\\d{1,3}\\]|[\\s\\uFFFC*_~①-⑳])'
/** 2020年版, 2018年修订本 */
const edition = '(?:19|20)\\d{2}年?(?:版|修[正订改](?:版|本)?)'
const aside = new RegExp(`^(?:${marks}|${bracket}|${edition})*(?:(?:(?:里|之?中|其中|内)的?|[的之])${marks}*)?$`)

/**
 * Whether the words between a name and a clause leave the clause to the name: 《甲法》（某令第1号）第三条,
 * 《甲法》（2019年修订）（以下简称《乙》）的第三条, 《甲法》[^1]第三条.
 */
export function isAside(between: string): boolean {
  return between.length <= longest && aside.test(between)
}

/** Whether the words between two levels of one place are nothing but a note or a bracket: 第三条[^1]第二款. */
const note = new RegExp(`^(?:${marks}|${bracket})+$`)

export function isNote(between: string): boolean {
  return between !== '' && between.length <= longest && note.test(between)
}

const trailing = new RegExp(`(?:${marks}|[（(][^（）()。]{1,40}[）)])+[的中]?$`)

/** The words before an index without a bracket or a note that they end with. */
export function withoutAside(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 60), index)
  return closes.test(before) ? before.replace(trailing, '') : before
}

const closes = new RegExp(`(?:${marks}|[）)])[的中]?$`)

const asides = new RegExp(`${bracket}|${edition}`, 'g')

/** The brackets between a name and its clause, with what tells a year there. */
export function bracketsIn(between: string): readonly string[] {
  return between.match(asides) ?? []
}

const opened = /^\s*[（([【“"「‘：:]\s*$/
const places = /^第[第条款项目之、，和及与或至〇零一二三四五六七八九十百千\d\s]+[）)\]】”"」’]/
const speaksOf = /^(?:中|里)?(?:的)?(?:有关|关于|规定的|所?列的?|所规定的|所称的?)$/

/**
 * Whether the words between a name and a clause may well leave the clause to the name: 《甲法》（第三条）, 《甲法》“第三条”
 * for `certain`, 《甲法》：第三条, 《甲法》规定的第三条 perhaps.
 */
export function isOpening(between: string, behind: string): 'certain' | 'perhaps' | undefined {
  if (opened.test(between)) return places.test(behind) ? 'certain' : 'perhaps'
  return speaksOf.test(between) ? 'perhaps' : undefined
}
