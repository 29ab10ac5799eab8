/** More than anybody puts between a name and its clause. */
const longest = 200

/** （某令第1号）, （市府发（2010）5号，以下简称《甲》）: a bracket, with at most one level of brackets in it. */
const bracket = '[（(](?:[^（）()。]|[（(][^（）()。]*[）)])*[）)]'
/** Blanks, what stands for a note or a comment (U+FFFC), numbers of notes, and marks of bold text that stayed marks. */
const marks = '(?:\\uFFFC\\d{1,3}\\uFFFC|\\[\\d{1,3}\\]|[\\s\\uFFFC*_①-⑳])'
const aside = new RegExp(`^(?:${marks}|${bracket})*(?:(?:(?:里|之?中|其中|内)的?|[的之])${marks}*)?$`)

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

const asides = new RegExp(bracket, 'g')

/** The brackets between a name and its clause. */
export function bracketsIn(between: string): readonly string[] {
  return between.match(asides) ?? []
}
