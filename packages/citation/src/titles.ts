/** A title in 《》 as written. */
export interface TitleToken {
  /** Words between the marks, with a version suffix that stands behind them: 甲条例（试行）. */
  title: string
  end: number
}

const suffix =
  /^(?:（|\()(?:试行|暂行|(?:修订|修正)?草案(?:[^（）]{0,6}稿)?|送审稿|征求意见稿|(?:19|20)\d{2}年?(?:版|修订|修正|修订版|修正本|本)?|(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?修(?:[订正]|改)(?:版|本)?)(?:）|\))/
const longest = 120

/** The title whose 《 stands at an index; nested marks of either kind belong to it; `undefined` where it is not closed. */
export function titleAt(text: string, i: number): TitleToken | undefined {
  let level = 0
  const limit = Math.min(text.length, i + longest)
  for (let at = i; at < limit; at++) {
    const char = text[at]
    if (char === '《') level += 1
    else if (char === '》') {
      level -= 1
      // 《关于修改《甲法》的决定》 nests; 《甲法（《乙》 does not close.
      if (level === 0) return withSuffix(text, oneLine(text.slice(i + 1, at)), at + 1)
    } else if (char === '。') return undefined
  }
  return undefined
}

/** A title without the breaks of the lines that it stands on. */
function oneLine(words: string): string {
  return words.includes('\n') ? words.replace(/\s+/g, '') : words
}

function withSuffix(text: string, words: string, end: number): TitleToken | undefined {
  if (words.trim() === '') return undefined
  const version = suffix.exec(text.slice(end, end + 17))
  if (version === null) return { title: words, end }
  return { title: words + version[0], end: end + version[0].length }
}
