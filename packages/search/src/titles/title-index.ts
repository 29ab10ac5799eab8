import { baseTitle, titleKey } from '@tiaoli/library'
import { fold } from '../analysis/characters.js'
import { grams } from '../analysis/grams.js'
import { Vocabulary } from '../analysis/words.js'
import type { HeldText } from '../clause-document.js'
import { regionOf } from './region.js'

/** A text with what its title tells. */
export interface TitledText {
  text: HeldText
  /** Folded title without 中华人民共和国 and marks. */
  key: string
  region?: string
  /** Whether no newer version of it is indexed and it is not known to be repealed. */
  current: boolean
  /** Whether no other text has its title. */
  alone: boolean
}

/** A title in a query. */
export interface TitleMention {
  texts: TitledText[]
  start: number
  end: number
  /** Whether it is the title or a known name of it, not something like it. */
  exact: boolean
}

/** Titles and names of the texts of an index. */
export class TitleIndex {
  readonly byId = new Map<string, TitledText>()
  /** Regions that texts come from. */
  readonly regions: ReadonlySet<string>
  private readonly texts: TitledText[]
  private readonly byName = new Map<string, TitledText[]>()
  private readonly names = new Vocabulary()
  private readonly postings = new Map<string, number[]>()
  /** What the length of each title makes of its score. */
  private readonly damping: number[] = []

  constructor(texts: readonly HeldText[]) {
    const newest = new Map<string, string>()
    const namesakes = new Map<string, number>()
    const keys = texts.map(({ title, version = '' }) => {
      const key = titleKey(title)
      if (version >= (newest.get(key) ?? '')) newest.set(key, version)
      const folded = fold(key)
      namesakes.set(folded, (namesakes.get(folded) ?? 0) + 1)
      return { key, folded }
    })
    this.texts = texts.map((text, at) => {
      const { key, folded } = keys[at]!
      const region = regionOf(text.title)
      return {
        text,
        key: folded,
        ...(region !== undefined && { region }),
        current: text.status !== 'repealed' && (text.version ?? '') === newest.get(key),
        alone: namesakes.get(folded) === 1
      }
    })
    this.regions = new Set(this.texts.flatMap(({ region }) => (region === undefined ? [] : [region])))
    for (const [index, titled] of this.texts.entries()) {
      this.byId.set(titled.text.id, titled)
      for (const name of namesOf(titled)) this.enter(name, titled)
      const terms = new Set(grams(titled.key))
      this.damping.push(1 / (6 + terms.size) ** 0.3)
      for (const term of terms) {
        const list = this.postings.get(term)
        if (list === undefined) this.postings.set(term, [index])
        else list.push(index)
      }
    }
  }

  /** The folded titles of all texts. */
  keys(): string[] {
    return this.texts.map(({ key }) => key)
  }

  /** The texts that a title in 《》 means, current ones first; of several alike, those that it fits best. */
  find(title: string): TitledText[] {
    const key = fold(titleKey(title))
    const exact = this.byName.get(key) ?? this.byName.get(fold(baseTitle(title)))
    if (exact !== undefined) return byCurrency(exact)
    const fitting = this.texts
      .map((titled) => ({ titled, fit: fitOf(key.replace(/[()《》]/g, ''), titled.key.replace(/[()《》]/g, '')) }))
      .filter(({ fit }) => fit >= 0.45)
    const best = Math.max(0, ...fitting.map(({ fit }) => fit))
    return byCurrency(fitting.filter(({ fit }) => fit >= best - 0.02).map(({ titled }) => titled))
  }

  /** Titles that a misspelt one is likely to be. */
  suggest(title: string, limit = 3): string[] {
    const key = fold(titleKey(title))
    const most = Math.max(1, Math.floor(key.length / 3))
    const near = new Map<string, number>()
    for (const { key: full, region, text } of this.texts) {
      const local = region === undefined ? [] : [full.replace(new RegExp(`^${region}[省市县州区]?`), '')]
      for (const other of [full, ...local]) {
        if (Math.abs(other.length - key.length) > most) continue
        const distance = editDistance(key, other)
        if (distance <= most && distance < (near.get(text.title) ?? Number.POSITIVE_INFINITY))
          near.set(text.title, distance)
      }
    }
    return [...near]
      .sort((left, right) => left[1] - right[1] || left[0].length - right[0].length)
      .slice(0, limit)
      .map(([name]) => name)
  }

  /** The longest name of a text in folded free text. */
  mention(text: string): TitleMention | undefined {
    let best: TitleMention | undefined
    for (let index = 0; index < text.length; index++) {
      const name = this.names.at(text, index)
      if (name === undefined || (best !== undefined && name.length <= best.end - best.start)) continue
      best = { texts: this.byName.get(name)!, start: index, end: index + name.length, exact: true }
    }
    if (best === undefined) return undefined
    // 刑法修正案 is a family: （八） and （十二） are told apart by what else the query says.
    const name = text.slice(best.start, best.end)
    const family = this.texts.filter(({ key }) => key.startsWith(`${name}(`))
    return { ...best, texts: byCurrency([...new Set([...best.texts, ...family])]) }
  }

  /** The texts that words before an article number, or words that end like a title, most likely mean. */
  likely(text: string, end: number): TitleMention | undefined {
    const before = /[^\s,;:。，；：、"“”《》()]+$/.exec(text.slice(0, end).trimEnd())
    if (before === null) return undefined
    const texts = this.find(before[0])
    if (texts.length === 0) return undefined
    return { texts, start: before.index, end: before.index + before[0].length, exact: false }
  }

  /** Ids of texts, those of the shortest titles first. */
  shortestFirst(ids: Iterable<string>): string[] {
    const length = (id: string): number => this.byId.get(id)?.key.length ?? 0
    return [...ids].sort((left, right) => length(left) - length(right))
  }

  /** Ids of the texts whose titles have most of the weight of terms, of `allowed` ones where that is given. */
  likeliest(terms: ReadonlyMap<string, number>, limit: number, allowed?: ReadonlySet<string>): string[] {
    const scores = new Float64Array(this.texts.length)
    const found: number[] = []
    for (const [term, weight] of terms) {
      const list = this.postings.get(term)
      if (list === undefined) continue
      const rarity = Math.log(1 + this.texts.length / list.length) * weight
      for (const index of list) {
        if (scores[index] === 0) found.push(index)
        scores[index]! += rarity
      }
    }
    const best: { id: string; score: number }[] = []
    for (const index of found) {
      const { id } = this.texts[index]!.text
      if (allowed !== undefined && !allowed.has(id)) continue
      const score = scores[index]! * this.damping[index]!
      let at = best.length
      while (at > 0 && best[at - 1]!.score < score) at -= 1
      if (at >= limit) continue
      best.splice(at, 0, { id, score })
      if (best.length > limit) best.pop()
    }
    return best.map(({ id }) => id)
  }

  /** How many clauses a text has; 0 for an unknown one. */
  sizeOf(id: string): number {
    return this.byId.get(id)?.text.clauses ?? 0
  }

  private enter(name: string, titled: TitledText): void {
    if (name.length < 2) return
    const known = this.byName.get(name)
    if (known === undefined) {
      this.byName.set(name, [titled])
      this.names.add(name)
    } else if (!known.includes(titled)) known.push(titled)
  }
}

function namesOf({ text, key, region }: TitledText): Set<string> {
  const names = new Set([key, fold(baseTitle(text.title))])
  for (const name of text.shortNames ?? []) names.add(fold(titleKey(name)))
  if (key.startsWith('中国共产党')) names.add(key.slice('中国共产党'.length))
  // People leave out 省 and 市.
  if (region !== undefined) names.add(key.replace(new RegExp(`^${region}(?:省|市)`), region))
  const ruling = /^最高人民(?:法院|检察院).*?关于(.{4,}?)(?:若干问题)?的?(?:解释|规定|批复|意见|决定)$/.exec(key)
  if (ruling !== null) names.add(ruling[1]!)
  return names
}

function byCurrency(texts: readonly TitledText[]): TitledText[] {
  return [...texts].sort(
    (left, right) =>
      Number(right.current) - Number(left.current) ||
      left.key.length - right.key.length ||
      (right.text.version ?? '').localeCompare(left.text.version ?? '')
  )
}

const kindWords = /(?:法|条例|规定|办法|解释|规则|细则|章程|准则|决定|批复|意见|通则)$/

/**
 * How well an abbreviated title fits a full one, 0 to 1: all its characters have to stand in the full title in order,
 * in few stretches, and its kind (法, 条例…) has to be the same.
 */
function fitOf(short: string, full: string): number {
  if (short.length < 3 || short.length > full.length) return 0
  const kind = kindWords.exec(short)?.[0]
  const ruling = short.endsWith('司法解释') || kind === '解释'
  if (kind !== undefined && !ruling && !new RegExp(`${kind}(?:试行|暂行|[一二三四五六七八九十]+)?$`).test(full))
    return 0
  let from = 0
  let stretches = 0
  let previous = -2
  const needle = ruling ? short.replace(/司法解释$/, '解释') : short
  for (let index = 0; index < needle.length; index++) {
    // The longest common stretch from here keeps together what belongs together.
    const at = full.indexOf(needle.slice(index, index + 2), from)
    const found = at !== -1 && index + 1 < needle.length ? at : full.indexOf(needle[index]!, from)
    if (found === -1) return 0
    if (found !== previous + 1) stretches += 1
    previous = found
    from = found + 1
  }
  if (short.length <= 5 && full[0] !== short[0]) return 0
  return (short.length / full.length) ** 0.5 - 0.06 * (stretches - 1)
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let index = 0; index < left.length; index++) {
    const next = [index + 1]
    for (let other = 0; other < right.length; other++) {
      const same = left[index] === right[other] ? 0 : 1
      next.push(Math.min(row[other]! + same, row[other + 1]! + 1, next[other]! + 1))
    }
    row = next
  }
  return row[right.length]!
}
