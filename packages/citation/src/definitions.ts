import type { Definition } from './mention.js'

const abbreviation = /(?:以下|下)(?:分别|合并|一并|均)?(?:简称|统称|合称|并称|称)(?:为|作)?[：:]?\s*/g
/** The same, to ask whether a text has any: most have not, and looking for all costs more than that. */
const abbreviates = new RegExp(abbreviation.source)
const marked = /^(?:“([^“”]{1,40})”|"([^"]{1,40})"|‘([^‘’]{1,40})’|《([^《》]{1,60})》|「([^「」]{1,40})」)/
const plain = /^[^，。；：、（）()《》“”"‘’\s]{1,30}/
const joiner = /^(?:、|和|或者|或|，|及)/

const none: Definition[] = []

/** The names that a clause text defines, in the order of the text. */
export function definitionsIn(text: string): readonly Definition[] {
  if (!text.includes('称')) return text.includes('指') ? meanings(text) : none
  if (!abbreviates.test(text)) return meanings(text)
  const found: Definition[] = []
  for (const match of text.matchAll(abbreviation)) {
    let at = match.index + match[0].length
    let phraseStart = match.index
    const first = found.length
    for (;;) {
      const name = nameAt(text, at)
      if (name === undefined) break
      found.push({
        name: name.name,
        start: name.start,
        end: name.start + name.name.length,
        phraseStart,
        phraseEnd: name.end,
        form: 'abbreviation',
        ...(text[name.start - 1] === '《' ? { titled: true as const } : {})
      })
      // 以下分别简称“甲”“乙”: only marked names are listed.
      at = name.end
      const join = joiner.exec(text.slice(at, at + 2))?.[0].length ?? 0
      if (!marked.test(text.slice(at + join, at + join + 64))) break
      at += join
      phraseStart = at
    }
    nameTitles(found.slice(first), titlesBefore(text, match.index))
  }
  found.push(...meanings(text))
  return found.sort((left, right) => left.start - right.start)
}

function nameAt(text: string, at: number): { name: string; start: number; end: number } | undefined {
  const rest = text.slice(at, at + 64)
  const quoted = marked.exec(rest)
  if (quoted !== null) {
    const name = quoted.slice(1).find((group) => group !== undefined)!
    return { name, start: at + 1, end: at + quoted[0].length }
  }
  const bare = plain.exec(rest)
  return bare === null ? undefined : { name: bare[0], start: at, end: at + bare[0].length }
}

/** Gives each abbreviation the title that it stands for: one name the last title, several names as many titles in turn. */
function nameTitles(names: Definition[], titles: string[]): void {
  if (names.length > 1 && names.length > titles.length) return
  const own = titles.slice(titles.length - names.length)
  for (const [index, name] of names.entries()) {
    const title = own[index]
    if (title !== undefined) name.title = title
  }
}

/** The titles in 《》, or the full name of the state's, that stand right before an abbreviation, in their order. */
function titlesBefore(text: string, index: number): string[] {
  // 《甲法》（国务院令第1号，以下简称《乙》）: what stands before the bracket counts.
  const near = Math.max(0, index - 60)
  const bracket = /[（(][^（）()。]*$/.exec(text.slice(near, index))
  let end = bracket === null ? index : near + bracket.index
  for (let steps = 0; steps < 4 && end > 0 && /[（(，,\s]/.test(text[end - 1]!); steps++) end--
  if (end === index) return []
  // 《甲条例》（试行）, 《甲法》（2018年修订）: the bracket is passed over.
  let before = text.slice(Math.max(0, end - 240), end).replace(/（[^（）]{1,16}）$/, '')
  const bare = /中华人民共和国[\u4e00-\u9fff]{1,30}(?:法典|法|条例)$/.exec(before)
  if (bare !== null) return [bare[0]]
  const titles: string[] = []
  while (before.endsWith('》')) {
    const open = openingMark(before)
    if (open === -1) break
    titles.unshift(before.slice(open + 1, -1))
    before = before.slice(0, open).replace(/(?:、|和|与|及|以及)$/, '')
  }
  return titles
}

/** Where the title opens whose closing mark ends a text; -1 where it does not. */
function openingMark(text: string): number {
  let level = 0
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === '》') level += 1
    if (text[i] === '《' && --level === 0) return i
  }
  return -1
}

const so = '(?:法|条例|规定|办法|规则|细则|准则|章程|解释|决定|通知|意见|标准|规范|规程|实施细则|条|款|章|节|编)'
/** Words between a term and its verb that are no part of it: X均是指, X主要包括. */
const adverb = '(?:(?<!平)均|[皆仅只专特泛统即]|主要|一般|通常)'
/** 本条例所称X，是指…; 前款所称X，是指…; 甲法第六条第（二）项所称X，是指…: the place before 所称 is a reference, not part of the term. */
const meaning = new RegExp(
  `(?:本${so}(?:中)?(?:所)?(?:称|指)|所称|所指)(?:的)?([^，。；：]{1,40}?)(?:，|,)?(?:(并?不(?:仅|只)?|[也还亦]|同时)?(?:${adverb}?(?:是指|包括)|${adverb}指|系指|[仅只]?限于)|，指)`,
  'g'
)
const means = new RegExp(meaning.source)
const glossary = new RegExp(`^([^，。；：、的]{1,24})(?:，|,|：|:)(?:是指|系指|${adverb}?指)`)
/** 前款X，是指…: words before a term that refer. */
const reference =
  /^[“"]?(?:本|该|其|前述|上述|(?:前|上)[一二两三四五六七八九十]?[条款项](?:中|规定的)?|第[^条款项]{1,9}[条款项])/

const refers = new RegExp(`本${so}|第[〇零一二三四五六七八九十百千0-9]+[条款项]|[前上][一二两三四五六]?[款条项](?!目)`)

/** 本条例所称X，是指…; a 项 of a list of terms: X，是指…. */
function meanings(text: string): readonly Definition[] {
  if (!text.includes('指') && !text.includes('包括') && !text.includes('限于')) return none
  const said = means.test(text)
  const item = said ? null : glossary.exec(text)
  if (!said && item === null) return none
  const found: Definition[] = []
  if (said) {
    for (const match of text.matchAll(meaning)) {
      // 前款所称X不包括…, 所称X也包括…: the term has its meaning elsewhere.
      if (match[2] === undefined) addMeaning(found, match[1]!, match.index + match[0].indexOf(match[1]!))
    }
  }
  if (found.length === 0) {
    const term = (said ? glossary.exec(text) : item)?.[1]
    if (term !== undefined && !term.includes('所称') && !reference.test(term)) addMeaning(found, term, 0)
  }
  return found
}

function addMeaning(found: Definition[], raw: string, start: number): void {
  const name = raw.replace(/^[“"‘《]+|[”"’》]+$/g, '')
  // 甲法第五条所称本法施行前设立的企业，是指…: words that refer stay references.
  if (name.length < 2 || refers.test(name)) return
  const from = start + raw.indexOf(name)
  found.push({
    name,
    start: from,
    end: from + name.length,
    phraseStart: start,
    phraseEnd: start + raw.length,
    form: 'definition'
  })
}
