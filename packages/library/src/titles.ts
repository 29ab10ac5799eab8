/**
 * Key under which two spellings of one title meet: without spaces, title marks and the state's name,
 * brackets in one form.
 */
export function titleKey(title: string): string {
  let key = keys.get(title)
  if (key === undefined) {
    key = keyOf(title)
    if (keys.size >= rememberedKeys) keys.clear()
    keys.set(title, key)
  }
  return key
}

/** Keys of titles met before: a title is looked up wherever it is mentioned. */
const keys = new Map<string, string>()
const rememberedKeys = 20_000

function keyOf(title: string): string {
  return title
    .replace(/[\s\u3000\u200B-\u200D\uFEFF《》〈〉<>]/g, '')
    .replace(/[(﹙]/g, '（')
    .replace(/[)﹚]/g, '）')
    .replace(/^中华人民共和国(?=.)/, '')
}

const suffix =
  /（(?:试行|暂行|[^（）]{0,12}(?:草案|稿)|\d{4}年?(?:版|修订|修正|修订版|修正本|本)?|[^（）]{0,12}(?:修订|修正|修改|通过)(?:版|本)?)）$/

/** Suffix in round brackets that tells a version or a stage of a title, such as （试行）, （初稿） or （2018年修订）; `''` where there is none. */
export function titleSuffix(title: string): string {
  return suffix.exec(titleKey(title))?.[0] ?? ''
}

/** The title without such a suffix. */
export function baseTitle(title: string): string {
  return titleKey(title).replace(suffix, '')
}

/** A title in 《》, the marks inside it as 〈〉. */
export function inTitleMarks(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}
