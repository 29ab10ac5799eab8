import { after法 } from './lexicon.js'

/** Names without 《》 that mean something in a document. */
export interface NameTable {
  /** Instruments' names in scope: 党章, 宪法, and what the document abbreviates. */
  readonly instruments: ReadonlySet<string>
  /** Those of them that the document wrote in 《》: without the marks they only count before a clause number. */
  readonly titled: ReadonlySet<string>
  /** Defined terms in scope. */
  readonly terms: ReadonlySet<string>
  /** Whether a full title, written without 《》, is one that the library knows. */
  knows(title: string): boolean
  /** The longest name that begins at an index, unless it is part of a longer word. */
  match(text: string, i: number): { name: string; kind: 'instrument' | 'term'; end: number } | undefined
  /** One flag per UTF-16 unit: whether a name begins with it. */
  readonly firsts: Uint8Array
  /** The names that begin with a UTF-16 unit, the longest first. */
  readonly byFirst: ReadonlyMap<number, Bucket>
}

type Bucket = readonly { name: string; kind: 'instrument' | 'term' }[]

/** A table of names; a name that is both an instrument's and a term's is the instrument's. */
export function createNameTable(options: {
  instruments?: Iterable<string>
  titled?: Iterable<string>
  terms?: Iterable<string>
  knows?: (title: string) => boolean
}): NameTable {
  const { instruments = [], titled = [], terms = [], knows = () => false } = options
  const empty = { firsts: new Uint8Array(65536), byFirst: new Map<number, Bucket>(), instruments: new Set<string>() }
  return tableOf(empty, new Set(instruments), new Set(titled), new Set(terms), knows)
}

/** A table with the names of another one and more; the other one is not changed. */
export function extendNameTable(
  base: NameTable,
  added: { instruments: Iterable<string>; titled: Iterable<string>; terms: Iterable<string> }
): NameTable {
  return tableOf(base, new Set(added.instruments), new Set(added.titled), new Set(added.terms), base.knows)
}

function tableOf(
  base: Pick<NameTable, 'firsts' | 'byFirst' | 'instruments'>,
  added: ReadonlySet<string>,
  titled: ReadonlySet<string>,
  terms: ReadonlySet<string>,
  knows: (title: string) => boolean
): NameTable {
  const firsts = base.firsts.slice()
  const instruments = new Set([...base.instruments, ...added])
  const own = new Map<number, { name: string; kind: 'instrument' | 'term' }[]>()
  const add = (name: string, kind: 'instrument' | 'term'): void => {
    if (name.length < 2) return
    const first = name.charCodeAt(0)
    firsts[first] = 1
    const bucket = own.get(first)
    if (bucket === undefined) own.set(first, [{ name, kind }])
    else bucket.push({ name, kind })
  }
  for (const name of added) if (!base.instruments.has(name)) add(name, 'instrument')
  for (const name of terms) if (!instruments.has(name)) add(name, 'term')
  const byFirst = new Map(base.byFirst)
  for (const [first, bucket] of own) {
    const all = [...(base.byFirst.get(first) ?? []), ...bucket]
    byFirst.set(
      first,
      all.sort((left, right) => right.name.length - left.name.length)
    )
  }
  return { instruments, titled, terms, knows, match, firsts, byFirst }

  function match(text: string, i: number): ReturnType<NameTable['match']> {
    for (const { name, kind } of byFirst.get(text.charCodeAt(i)) ?? []) {
      if (!text.startsWith(name, i)) continue
      const end = i + name.length
      if (kind === 'term') return { name, kind, end }
      if (standsAlone(text, name, i, end) && (!titled.has(name) || isLocated(text, end))) return { name, kind, end }
    }
    return undefined
  }
}

const generic = /^(?:法|条例|规定|办法|规则|细则|准则|章程|解释|决定|意见|通知|标准|公约|协定|纲要|方案)$/
const leftOfGeneric = /[^\u4e00-\u9fff]|[据照按反合违和与及或依对在从以为是由有现]/u
const leftOfShortName =
  /[^\u4e00-\u9fff]|我国|[成后前时其现学讲背我们也均都又并向请据照按反和与及或依合用守行由在对从以为是同于了彻护施触犯改订背离将把符循因就属除非且以的与至到如若经遵严持习传尚维]/u

/** Whether the words behind a name say that it is a source: 第…, 规定的, 所称. */
function isLocated(text: string, end: number): boolean {
  return /^\s*(?:第|所称|所列|规定|的规定|的有关规定|及其|和)/.test(text.slice(end, end + 8))
}

/** Whether a name is a word of its own there: not 宪法宣誓, 劳动法律, 外国刑法, 该条例. */
function standsAlone(text: string, name: string, i: number, end: number): boolean {
  const left = i === 0 ? '' : text[i - 1]!
  const rest = text.slice(end, end + 8)
  const next = rest.charAt(0)
  const located = /^(?:第|总则|分则|附则)/.test(rest)
  if (generic.test(name)) {
    const cited = located || rest.startsWith('所称') || rest.startsWith('规定的')
    return cited && (left === '' || leftOfGeneric.test(left))
  }
  if (name.endsWith('法')) {
    if (after法.includes(next) || (next === '制' && rest[1] !== '定')) return false
    if (next === '规' && !rest.startsWith('规定')) return false
    if (next === '定' && !rest.startsWith('定罪')) return false
    if (next === '人' || rest.startsWith('修正案') || rest.startsWith('实施')) return false
  }
  if (name === '宪法' && /^(?:宣誓|日|和法律委员会|法律委员会|学|性|委员会)/.test(rest)) return false
  // 党章 and 宪法 are unmistakable; 刑法 after an adjective (外国刑法) may be another one.
  if (name === '宪法' || name === '党章' || name.length > 4 || located) return true
  return left === '' || leftOfShortName.test(left)
}
