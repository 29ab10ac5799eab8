import { documentNumberAt } from './document-numbers.js'
import { namedBookAt, opensNumber, placeListAt, relativeAt, skipBlanks } from './grammar.js'
import {
  after法,
  boundaryBeforeName,
  boundBefore本,
  boundCost,
  instrumentNoun,
  isFormTitle,
  issuerBefore,
  longSelf,
  methodBehind,
  noInstrument,
  partedName,
  privatePaper,
  selfNouns,
  sourceName,
  verbBeforeAnnex,
  versionWord,
  weakSelfNouns
} from './lexicon.js'
import type { ClauseMentions, Host, Locus, LocusStep, Mention } from './mention.js'
import type { NameTable } from './names.js'
import { titleAt } from './titles.js'
import { mayBegin, triggers } from './triggers.js'

/**
 * Every mention in one clause text. The result depends on the text and the names alone, so that callers can keep it
 * per clause. Linear in the length of the text; never throws.
 */
export function scanClause(text: string, names: NameTable): ClauseMentions {
  const found: ClauseMentions = { mentions: [], documentNumbers: [], termUses: [] }
  scanInto(found, text, names)
  return found
}

/** Adds every mention in one clause text to lists at hand, as {@link scanClause} finds them in lists of their own. */
export function scanInto(found: ClauseMentions, text: string, names: NameTable): void {
  const { firsts } = names
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (firsts[code] === 1) {
      const name = names.match(text, i)
      if (name !== undefined) {
        if (name.kind === 'term') {
          found.termUses.push({ name: name.name, start: i, end: name.end })
          // A term may begin a longer phrase that refers (本条例所称…), but never overlaps one.
          i = name.end
          continue
        }
        const host: Host = { type: 'name', name: name.name, known: true }
        const end = name.end + stageLength(text, name)
        i = readJoinedNames(text, pushHosted(text, i, end, host, found.mentions), names, found.mentions)
        continue
      }
    }
    const trigger = triggers[code]!
    if (trigger !== 0 && mayBegin(text, i, trigger)) {
      const next = readers.get(code)?.(text, i, names, found) ?? i
      if (next > i) {
        i = next
        continue
      }
    }
    i += 1
  }
}

const stage = /^(?:修改稿|修改[一二三]稿|[二三]次审议稿|[二三]审稿|表决稿|建议表决稿)/

/** 草案修改稿 is a text of the draft that 草案 names. */
function stageLength(text: string, { name, end }: { name: string; end: number }): number {
  return name.endsWith('草案') ? (stage.exec(text.slice(end, end + 5))?.[0].length ?? 0) : 0
}

type Reader = (text: string, i: number, names: NameTable, found: ClauseMentions) => number

const source: Reader = (text, i, names, { mentions }) => readSource(text, i, names, mentions)
const nameBefore: Reader = (text, i, names, { mentions }) => readNameBefore(text, i, names, mentions)
const numbered: Reader = (text, i, names, found) => (opensNumber(text, i + 1) ? readPlaces(text, i, names, found) : i)
const forward: Reader = (text, i, _names, { mentions }) => readForward(text, i, mentions)
const that: Reader = (text, i, _names, { mentions }) => readThat(text, i, mentions)
const backwards: Reader = (text, i, _names, { mentions }) =>
  text[i + 1] === '述' ? readBack(text, i, mentions) : readRelative(text, i, mentions)

/** What is read where a mention begins with a character or, for a document number and a name before its verb, ends. */
const readers = new Map<number, Reader>()
for (const [chars, reader] of Object.entries<Reader>({
  '《': (text, i, _names, { mentions }) => readTitle(text, i, mentions),
  '（(': numbered,
  第: readPlaces,
  本: (text, i, _names, { mentions }) => readSelf(text, i, mentions),
  该同: that,
  前上: backwards,
  各: (text, i, _names, { mentions }) => readEach(text, i, mentions),
  下以如: forward,
  附: (text, i, _names, { mentions }) => readAttachment(text, i, mentions),
  其: (text, i, _names, { mentions }) => readImplementing(text, i, mentions),
  据照反用守合行犯: source,
  中: (text, i, names, { mentions }) => readFullName(text, i, names, mentions),
  所规的没未另: nameBefore,
  号: (text, i, _names, found) => {
    const number = documentNumberAt(text, i)
    if (number === undefined) return i
    found.documentNumbers.push(number)
    return number.end
  }
})) {
  for (const char of chars) readers.set(char.charCodeAt(0), reader)
}

/** Adds what a host at `start` … `end` points to: places behind it, or the whole instrument. */
function pushHosted(text: string, start: number, end: number, host: Host, mentions: Mention[]): number {
  let at = skipBlanks(text, end)
  if ((text[at] === '的' || text[at] === '中') && text[at + 1] === '第') at += 1
  const book = isCode(host) ? namedBookAt(text, at) : undefined
  const loci =
    book === undefined
      ? placeListAt(text, at, { start, underHost: true })
      : placeListAt(text, book.end, { heads: [book.step], start })
  if (loci !== undefined) return push(mentions, { form: 'loci', start, end: loci.at(-1)!.end, host, loci })
  return push(mentions, { form: 'whole', start, end, host, loci: [] })
}

/** Whether a host is a code, whose 编 are called by their headings: 民法典物权编. */
function isCode(host: Host): boolean {
  return (host.type === 'title' ? host.title : 'name' in host ? host.name : '').endsWith('法典')
}

function push(mentions: Mention[], mention: Mention): number {
  mentions.push(mention)
  return mention.end
}

function readTitle(text: string, i: number, mentions: Mention[]): number {
  const token = titleAt(text, i)
  if (token === undefined) return i
  const host: Host = { type: 'title', title: token.title, form: isFormTitle(token.title) }
  const issuer = token.title.startsWith('关于') ? issuerBefore.exec(text.slice(Math.max(0, i - 20), i)) : null
  if (issuer !== null) host.issuer = issuer[0]
  return pushHosted(text, i, token.end, host, mentions)
}

/** Whether 法 before an index begins another word: 法律, 法定代表人, 法制 (but not 法制定). */
function isOtherWord(text: string, end: number): boolean {
  const next = text[end] ?? ''
  return (
    (next !== '' && after法.includes(next)) ||
    (next === '制' && text[end + 1] !== '定') ||
    (next === '定' && text[end + 1] === '代')
  )
}

/** The words by which a document calls itself, by the unit they begin with. */
const selfNounsByFirst = new Map<number, { noun: string; name: string; weak: boolean }[]>()
for (const noun of selfNouns) {
  const first = noun.charCodeAt(0)
  const named = { noun, name: `本${noun}`, weak: weakSelfNouns.has(noun) }
  selfNounsByFirst.set(first, [...(selfNounsByFirst.get(first) ?? []), named])
}
const opensSelfAttribute = new Set(Array.from('监安财暂试管工议补考奖处选评操技服收', (char) => char.charCodeAt(0)))
const noSelfNouns: { noun: string; name: string; weak: boolean }[] = []
const isBoundBefore本 = new Set(Array.from(boundBefore本, (char) => char.charCodeAt(0)))

function readSelf(text: string, i: number, mentions: Mention[]): number {
  if (
    i > 0 &&
    (isBoundBefore本.has(text.charCodeAt(i - 1)) ||
      (text.charCodeAt(i - 1) === 0x6210 && boundCost.test(text.slice(Math.max(0, i - 2), i))))
  )
    return i
  for (const { noun, name, weak } of selfNounsByFirst.get(text.charCodeAt(i + 1)) ?? noSelfNouns) {
    if (!text.startsWith(noun, i + 1)) continue
    const end = i + 1 + noun.length
    if (noun === '法' && isOtherWord(text, end)) continue
    // 依照本章程序审理 is 本章.
    if (noun === '章程' && text[end] === '序') continue
    return pushHosted(text, i, end, { type: 'self', name, weak }, mentions)
  }
  return readLongSelf(text, i, mentions) ?? readRelative(text, i, mentions)
}

/** 本管理办法, 本议事规则: a document may call itself by more than the last word of its title. */
function readLongSelf(text: string, i: number, mentions: Mention[]): number | undefined {
  if (!opensSelfAttribute.has(text.charCodeAt(i + 1))) return undefined
  const found = longSelf.exec(text.slice(i + 1, i + 12))
  if (found === null) return undefined
  const noun = found[1]!
  const host: Host = { type: 'self', name: `本${noun}`, weak: weakSelfNouns.has(noun) }
  return pushHosted(text, i, i + 1 + found[0].length, host, mentions)
}

function readRelative(text: string, i: number, mentions: Mention[]): number {
  const relative = relativeAt(text, i)
  if (relative === undefined) return i
  const loci = placeListAt(text, relative.end, { heads: [relative.step], start: i })
  return pushLoci(mentions, i, loci)
}

function pushLoci(mentions: Mention[], start: number, loci: Locus[] | undefined): number {
  if (loci === undefined) return start
  return push(mentions, { form: 'loci', start, end: loci.at(-1)!.end, host: { type: 'none' }, loci })
}

const situated =
  /^(?:的?规定|另有规|没有规|未作规|修改|改为|作为|所列|所称|中|各|第|的(?:情形|行为|职责|内容|要求|条件)|其他|其余|以外)/

/** More nouns of 该公约第三条. */
const otherNoun = /^(?:公约|协定|条约|议定书|通知|意见|批复|标准|规范|方案|纲要)(?=第)/

/** 该条例, 该法第三条, 同法第五条, 该条第二款, 同款第三项. */
function readThat(text: string, i: number, mentions: Mention[]): number {
  const left = i > 0 ? text[i - 1]! : ''
  if (text[i] === '该' ? left === '应' : '合共相不连等协雷'.includes(left) && left !== '') return i
  const noun = /^(?:法|条例|规定|办法|规则|细则|章程|准则|解释|决定)/.exec(text.slice(i + 1, i + 3))?.[0]
  if (noun === undefined) {
    // 该公约第三条; without a clause these are everyday words.
    const located = text[i + 3] === '第' || text[i + 4] === '第'
    const other = located ? otherNoun.exec(text.slice(i + 1, i + 5))?.[0] : undefined
    const loci =
      other === undefined ? undefined : placeListAt(text, i + 1 + other.length, { start: i, underHost: true })
    if (loci !== undefined)
      return push(mentions, {
        form: 'loci',
        start: i,
        end: loci.at(-1)!.end,
        host: { type: 'that', noun: other! },
        loci
      })
  } else {
    const end = i + 1 + noun.length
    if (noun === '法' && (isOtherWord(text, end) || /^(?:规(?!定)|定(?!的))/.test(text.slice(end, end + 2)))) return i
    const host: Host = { type: 'that', noun }
    const loci = placeListAt(text, skipBlanks(text, end), { start: i, underHost: true })
    if (loci !== undefined) return push(mentions, { form: 'loci', start: i, end: loci.at(-1)!.end, host, loci })
    // 同条例 and 该规定 without a clause are everyday words.
    if (text[i] === '同' || noun === '规定' || noun === '决定' || noun === '解释') return i
    return push(mentions, { form: 'whole', start: i, end, host, loci: [] })
  }
  const relative = relativeAt(text, i)
  if (relative === undefined || !situated.test(text.slice(relative.end, relative.end + 3))) return i
  return pushLoci(mentions, i, placeListAt(text, relative.end, { heads: [relative.step], start: i }))
}

/** 各该条, 各该款: the places named last, each. */
function readEach(text: string, i: number, mentions: Mention[]): number {
  if (text[i + 1] !== '该') return i
  const relative = relativeAt(text, i + 1)
  if (relative === undefined) return i
  const loci = [{ steps: [relative.step], start: i, end: relative.end }]
  return push(mentions, { form: 'each-named', start: i, end: relative.end, host: { type: 'none' }, loci })
}

/** Measures after which 以下 is a limit (三年以下), not an announcement. */
const measure =
  '年月日时分秒元角岁人级倍吨米里亩次个条名件户口度克升％%十百千万亿处科局厅部省市县乡镇之股数半折批路代岗层段期成档等位辆艘台只头头匹公斤寸尺点'

/** 下列, 以下 or 如下 that announces a list. */
function readForward(text: string, i: number, mentions: Mention[]): number {
  const two = text.slice(i, i + 2)
  if (text[i] === '下' && two !== '下列' && two !== '下述') return readNext(text, i, mentions)
  if (two !== '下列' && two !== '下述' && two !== '以下' && two !== '如下') return i
  const end = i + 2
  const rest = text.slice(end, end + 60)
  // 以下列材料为准 is 以 and 下列.
  if (two === '以下' && text[end] === '列') return i
  if (text[i] !== '下') {
    if (/^(?:简称|统称|合称|并称|称|分别|均|一并|级)/.test(rest)) return i
    if (two === '以下' && i > 0 && measure.includes(text[i - 1]!)) return i
    const after = text.slice(end, end + 240)
    // 有以下行为的，责令改正；拒不改正的，处罚款：
    const opened =
      /^[^。；]*[：:]/.test(after) || ('有按照事取'.includes(text[i - 1] ?? '。') && /^[^。]*[：:]/.test(after))
    if (!opened) return i
  }
  // 下列第（一）至（三）项 names its points; 下列各项 only announces them.
  if (/^[第（(]/.test(rest)) {
    const heads: LocusStep[] = [{ unit: 'paragraph', relative: { by: 'this' } }]
    const loci = placeListAt(text, end, { heads, start: i })
    if (loci !== undefined && loci[0]!.steps.length > 1) return pushLoci(mentions, i, loci)
  }
  const count = /^([二两三四五六七八九十]{1,3})[个项条类种方]/.exec(rest)?.[1]
  const mention: Mention = { form: 'forward-list', start: i, end, host: { type: 'none' }, loci: [] }
  if (count !== undefined) mention.noun = count
  return push(mentions, mention)
}

const next = /^下一?([条款])(?=(?:的?规定|所列|所称|第|另有|中))/

/** 下款规定的, 下一条: the clause that follows; 如下条件 and 名下款项 are none. */
function readNext(text: string, i: number, mentions: Mention[]): number {
  const found = next.exec(text.slice(i, i + 6))
  if (found === null || (i > 0 && '以之如名项地当条'.includes(text[i - 1]!))) return i
  const step: LocusStep = { unit: found[1] === '条' ? 'article' : 'paragraph', relative: { by: 'next' } }
  return pushLoci(mentions, i, placeListAt(text, i + found[0].length, { heads: [step], start: i }))
}

/** 上述权利, 前述第三款. */
function readBack(text: string, i: number, mentions: Mention[]): number {
  const end = i + 2
  const loci = placeListAt(text, skipBlanks(text, end), { start: i })
  if (loci !== undefined)
    return push(mentions, { form: 'loci', start: i, end: loci.at(-1)!.end, host: { type: 'none' }, loci })
  const noun = /^[\u4e00-\u9fff]{2,8}/.exec(text.slice(end, end + 8))?.[0]
  if (noun === undefined) return i
  return push(mentions, { form: 'back-reference', start: i, end, host: { type: 'none' }, loci: [], noun })
}

function readAttachment(text: string, i: number, mentions: Mention[]): number {
  if (!/^附[件录表图]/.test(text.slice(i, i + 2))) return i
  const below = /^\s{0,2}第[^条款项]{1,8}[条款项]/.test(text.slice(i + 2, i + 14))
  const loci = placeListAt(text, i, { underHost: below })
  const deep = loci !== undefined && loci[0]!.steps.length > 1
  // 申请书的附件一 and 报告附件一 belong to another paper, with their clauses.
  if (
    i > 0 &&
    /[\u4e00-\u9fff]/.test(text[i - 1]!) &&
    !'见按照由及和与在于列入即为以对从或据合除反将条章款项'.includes(text[i - 1]!) &&
    !verbBeforeAnnex.test(text.slice(Math.max(0, i - 2), i))
  )
    return deep ? loci.at(-1)!.end : i
  // 附件第三条 is a clause of the annex; 附件第一批款项 is none.
  if (below && loci !== undefined && !deep && loci[0]!.steps[0]!.number === undefined) return i
  if (loci !== undefined && isLabel(text, i, loci[0]!.end)) return loci[0]!.end
  if (loci !== undefined) return pushLoci(mentions, i, loci)
  if (!/[见由按]$/.test(text.slice(Math.max(0, i - 1), i)) && !/^(?:所列|所附|规定)/.test(text.slice(i + 2, i + 4)))
    return i
  return pushLoci(mentions, i, [{ steps: [{ unit: 'attachment', label: text.slice(i, i + 2) }], start: i, end: i + 2 }])
}

/** 附件一　品种目录: blanks on both sides part the number of an annex that stands in a running text from its heading, as a line does 附录A. */
function isLabel(text: string, start: number, end: number): boolean {
  if (start > 0 && text[start - 1] !== '\n' && skipBlanks(text, start - 1) !== start) return false
  return skipBlanks(text, end) > end || (end === text.length && /[A-ZＡ-Ｚ]/.test(text[end - 1]!))
}

/** 依照票据法的规定, 违反森林法和土地管理法: bare names that nothing has introduced, where they are a source. */
function readSource(text: string, i: number, names: NameTable, mentions: Mention[]): number {
  const version = '修现原'.includes(text.charAt(i + 1)) ? versionWord.exec(text.slice(i + 1, i + 6)) : null
  const at = i + 1 + (version === null ? 0 : version[0].length)
  const end = readBareName(text, at, names, mentions)
  return end === at ? i : readJoinedNames(text, end, names, mentions)
}

const joiner = /^(?:、|和|与|及|以及|或者|或)/

/** 依照刑事诉讼法、监狱法的规定: names that go on a list which began with a name. */
function readJoinedNames(text: string, i: number, names: NameTable, mentions: Mention[]): number {
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
function readFullName(text: string, i: number, names: NameTable, mentions: Mention[]): number {
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

/** 其实施条例. */
function readImplementing(text: string, i: number, mentions: Mention[]): number {
  const noun = /^(?:实施|施行)(?:条例|细则|办法|规定)/.exec(text.slice(i + 1, i + 5))?.[0]
  if (noun === undefined) return i
  // 八项规定及其实施细则: what it implements has to be named right before.
  const last = mentions.at(-1)
  if (last === undefined || last.host.type === 'none' || /[^及和与、以或者，,（）\s]/.test(text.slice(last.end, i)))
    return i
  return pushHosted(text, i, i + 1 + noun.length, { type: 'implementing', noun }, mentions)
}

/** 第三条 and the like, with the bare name of an instrument that may stand right before it. */
function readPlaces(text: string, i: number, names: NameTable, found: ClauseMentions): number {
  const { mentions } = found
  const loci = placeListAt(text, i)
  if (loci === undefined) return i
  const top = loci[0]!.steps[0]!
  // （一）项 at the head of its own text, 第一项目 and the like never reach here; a lone 第一目 does not refer.
  if (top.unit === 'indent' && loci.length === 1 && loci[0]!.steps.length === 1) return i
  if (privatePaper.test(text.slice(Math.max(0, i - 6), i)) || isOfPaper(text, i, mentions.at(-1)))
    return loci.at(-1)!.end
  const high = top.unit === 'article' || top.unit === 'chapter' || top.unit === 'book'
  // 《甲法》第三条, 其第四条
  if (high && /(?:^|[^尤极何与])其$/.test(text.slice(Math.max(0, i - 2), i)))
    return push(mentions, { form: 'loci', start: i, end: loci.at(-1)!.end, host: { type: 'that', noun: '' }, loci })
  const number = high ? numberBefore(text, i, found) : undefined
  if (number !== undefined)
    return push(mentions, {
      form: 'loci',
      start: i,
      end: loci.at(-1)!.end,
      host: { type: 'name', name: number, known: false },
      loci
    })
  const bare = high
    ? (interpretationBefore(text, i, mentions) ?? bareNameBefore(text, i, mentions.at(-1)?.end ?? 0, names))
    : undefined
  if (bare === undefined) return pushLoci(mentions, i, loci)
  loci[0]!.start = bare.start
  return push(mentions, {
    form: 'loci',
    start: bare.start,
    end: loci.at(-1)!.end,
    host: { type: 'name', name: bare.name, known: bare.known },
    loci
  })
}

/** 市府发〔2010〕5号文件第三条, 国务院令第12号第二条: the number of the paper whose clause it is, where no title stands before. */
function numberBefore(text: string, i: number, { documentNumbers, mentions }: ClauseMentions): string | undefined {
  const number = documentNumbers.at(-1)
  if (number === undefined || i - number.end > 6) return undefined
  const between = text.slice(number.end, i)
  if (!/^(?:文件?|令|通知|公告|决定|批复|规定)?[）)]?(?:中?的)?$/.test(between)) return undefined
  // 《甲办法》（市府发〔2010〕5号）第三条
  if (/[）)]/.test(between) && mentions.at(-1)?.end === number.start - 1) return undefined
  return text.slice(number.start, number.end)
}

/** 双方订立《某某协议书》，其中第六条约定: a clause of a paper in title marks that was named right before. */
function isOfPaper(text: string, i: number, last: Mention | undefined): boolean {
  if (last?.host.type !== 'title' || !last.host.form || i - last.end > 40) return false
  return /^[^。；]*，(?:其中|该(?:合同|协议)?)$/.test(text.slice(last.end, i))
}

/** 民法典担保制度解释第三条: the name that a law's name begins; the mention of the law is taken back. */
function interpretationBefore(
  text: string,
  i: number,
  mentions: Mention[]
): { name: string; start: number; known: boolean } | undefined {
  const last = mentions.at(-1)
  if (last?.form !== 'whole' || last.host.type !== 'name' || text[i - 1] !== '释') return undefined
  if (!/^[\u4e00-\u9fff]{0,14}解释$/.test(text.slice(last.end, i)) || /[的和与及]/.test(text.slice(last.end, i)))
    return undefined
  mentions.pop()
  return { name: text.slice(last.start, i), start: last.start, known: false }
}

const isSourceOf = /^(?:所称|(?:的(?:有关|相关)?|没有|未作?|另有)?规定)/

/** 认定为园林法所称“毁坏”, 除园林法规定的以外: a known name that is the source of what follows. */
function readNameBefore(text: string, i: number, names: NameTable, mentions: Mention[]): number {
  const limit = Math.max(mentions.at(-1)?.end ?? 0, i - 32)
  if (limit === i || !isSourceOf.test(text.slice(i, i + 5))) return i
  const found = bareNameBefore(text, i, limit, names)
  if (found === undefined || (!found.known && !isPlainName(text, found, i))) return i
  // 外国园林法规定 may be another one.
  if (found.known && !/^(?:.*我国)?$/su.test(text.slice(limit, found.start).replace(boundaryBeforeName, ''))) return i
  return push(mentions, {
    form: 'whole',
    start: found.start,
    end: i,
    host: { type: 'name', name: found.name, known: found.known },
    loci: []
  })
}

/** Whether an unknown name before 规定的 can be nothing but one: it stands at the beginning of its words, and no word in it parts it. */
function isPlainName(text: string, { name, start }: { name: string; start: number }, end: number): boolean {
  if (!/^(?:的?规定的|所称)/.test(text.slice(end, end + 4)) || !/^[\u4e00-\u9fff]{2,16}(?:法|条例)$/.test(name))
    return false
  if (
    noInstrument.test(name) ||
    partedName.test(name) ||
    /^(?:[外我各他本两美英德日]国|所在国|当地|传统|现代|近代)/.test(name)
  )
    return false
  return (
    start === 0 ||
    /(?:[，。；、：（）]|属于|符合|违反|构成|有|为|除|非|对|由|与|和|及|或者|经|按|依|照)$/.test(
      text.slice(Math.max(0, start - 2), start)
    )
  )
}

const nameEnd = /[法例则定程释约典案书章]$/

/** The bare name of an instrument that ends right before an index and begins no earlier than `limit`. */
function bareNameBefore(
  text: string,
  i: number,
  limit: number,
  names: NameTable
): { name: string; start: number; known: boolean } | undefined {
  let end = i
  while (end > limit && text[end - 1] === ' ') end--
  const from = Math.max(limit, end - 32)
  const before = text.slice(from, end)
  if (!nameEnd.test(before) || !instrumentNoun.test(before)) return undefined
  // A title that the library knows wins, the longest first.
  for (let cut = 0; cut < before.length - 1; cut++) {
    if (/[\u4e00-\u9fff]/.test(before[cut]!) && names.knows(before.slice(cut))) {
      return { name: before.slice(cut), start: from + cut, known: true }
    }
  }
  const name = before.replace(boundaryBeforeName, '')
  const noun = instrumentNoun.exec(name)?.[0]
  if (noun === undefined || /^(?:有关|相关|本|该|其|上述|前述|国家|下列)/.test(name)) return undefined
  // 条例第三条 in the rules that implement a 条例; 规定第三条 and 办法第三条 are too often everyday words.
  if (name === noun)
    return /^(?:条例|细则|规则|准则|党章|民法[总通]则)$/.test(noun)
      ? { name, start: end - name.length, known: false }
      : undefined
  // …的规定第三条 and 作出决定第二项 name no instrument.
  if (/^(?:规定|决定|解释|办法|意见)$/.test(noun) || /(?:[方做用立执]|(?<!公)司)法$/.test(name)) return undefined
  if (name.length > 20) return undefined
  return { name, start: end - name.length, known: false }
}
