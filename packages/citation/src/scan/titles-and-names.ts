import {
  boundaryBeforeName,
  isFormTitle,
  issuerBefore,
  methodBehind,
  noInstrument,
  partedName,
  sourceName,
  versionWord
} from '../lexicon.js'
import type { Host, Mention } from '../mention.js'
import type { NameTable } from '../names.js'
import { titleAt } from '../titles.js'
import { isOtherWord } from './other-word.js'
import { pushHosted } from './push.js'

/** 《甲法》第三条, 关于…的《甲办法》. */
export function readTitle(text: string, i: number, mentions: Mention[]): number {
  const token = titleAt(text, i)
  if (token === undefined) return i
  const host: Host = { type: 'title', title: token.title, form: isFormTitle(token.title) }
  const issuer = token.title.startsWith('关于') ? issuerBefore.exec(text.slice(Math.max(0, i - 20), i)) : null
  if (issuer !== null) host.issuer = issuer[0]
  return pushHosted(text, i, token.end, host, mentions)
}

/** 依照票据法的规定, 违反森林法和土地管理法: bare names that nothing has introduced, where they are a source. */
export function readSource(text: string, i: number, names: NameTable, mentions: Mention[]): number {
  const version = '修现原'.includes(text.charAt(i + 1)) ? versionWord.exec(text.slice(i + 1, i + 6)) : null
  const at = i + 1 + (version === null ? 0 : version[0].length)
  const end = readBareName(text, at, names, mentions)
  return end === at ? i : readJoinedNames(text, end, names, mentions)
}

const joiner = /^(?:、|和|与|及|以及|或者|或)/

/** 依照刑事诉讼法、监狱法的规定: names that go on a list which began with a name. */
export function readJoinedNames(text: string, i: number, names: NameTable, mentions: Mention[]): number {
  let at = i
  for (;;) {
    const joined = joiner.exec(text.slice(at, at + 2))
    if (joined === null) return at
    const start = at + joined[0].length
    const end = readBareName(text, start, names, mentions)
    if (end === start) return at
    at = end
  }
}

/** One bare name that begins at an index; the same index where none does, or where a known one does. */
function readBareName(text: string, i: number, names: NameTable, mentions: Mention[]): number {
  const found = sourceName.exec(text.slice(i, i + 44))
  if (found === null || names.match(text, i) !== undefined) return i
  const name = found[1]!
  const start = i + found[0].length - name.length
  const end = start + name.length
  if (!names.knows(name)) {
    if (
      noInstrument.test(name) ||
      boundaryBeforeName.test(name) ||
      (partedName.test(name) && !name.startsWith('中华人民共和国'))
    )
      return i
    if (methodBehind.test(text.slice(end, end + 6))) return i
    // 执行异议符合民事诉讼法: a known name at the end of the words is the name.
    for (let at = start + 1; at < end - 1; at++) {
      const known = names.firsts[text.charCodeAt(at)] === 1 ? names.match(text, at) : undefined
      if (known !== undefined && known.kind === 'instrument' && known.end === end) return i
    }
  }
  return pushHosted(text, start, end, { type: 'name', name, known: false }, mentions)
}

const fullName = /^(?:中华人民共和国|中国共产党)[\u4e00-\u9fff]{1,40}/

const nameEnds = /法典|法|条例|细则|规则|准则|规定|办法|章程/g

/** 中华人民共和国宪法 without 《》, where the library knows the title; the longest title wins. */
export function readFullName(text: string, i: number, names: NameTable, mentions: Mention[]): number {
  if (!text.startsWith('中华人民共和国', i) && !text.startsWith('中国共产党', i)) return i
  const words = fullName.exec(text.slice(i, i + 48))?.[0] ?? ''
  const ends = [...words.matchAll(nameEnds)].map((match) => match.index + match[0].length).reverse()
  for (const length of ends) {
    const name = words.slice(0, length)
    if (name.endsWith('法') && isOtherWord(text, i + length)) continue
    if (names.knows(name)) return pushHosted(text, i, i + length, { type: 'name', name, known: true }, mentions)
  }
  return i
}

/** 其实施条例; 其实施细则第八条 may come later in the sentence. */
export function readImplementing(text: string, i: number, mentions: Mention[]): number {
  const noun = /^(?:实施|施行)(?:条例|细则|办法|规定)/.exec(text.slice(i + 1, i + 5))?.[0]
  if (noun === undefined) return i
  // 八项规定及其实施细则: what it implements has to be named right before.
  const last = mentions.at(-1)
  const end = i + 1 + noun.length
  const next = text[end] === '第' ? /^[^。]*$/ : /^[及和与、以或者，,（）\s]*$/
  if (last === undefined || last.host.type === 'none' || !next.test(text.slice(last.end, i))) return i
  return pushHosted(text, i, end, { type: 'implementing', noun }, mentions)
}
