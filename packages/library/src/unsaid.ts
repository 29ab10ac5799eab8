import type { LocusStep } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { addressStep, joinAddress } from 'regast'
import { bracketsIn, isAside, isNote, isOpening } from './aside.js'
import { editionIn } from './edition.js'
import { type NamedInstrument, nameTitle, ownDocument, type Scope } from './hosts.js'
import type { LinkTarget } from './linked.js'
import { locatesPoints } from './locate.js'
import type { Outline } from './outline.js'
import { articleOf, isBelowArticle, type Place, pick } from './place.js'
import { chapterAround, type Position } from './position.js'
import { type LastTarget, sameSentence } from './reading.js'

/** One way to read what a mention leaves unsaid; `sure` where the words join it to the place named before. */
export interface UnsaidReading {
  named: NamedInstrument
  upper: Place
  sure: boolean
  /** Only taken where no other reading leads anywhere; then told as a guess. */
  lastResort?: true
  /** Told as a guess even where nothing rivals it. */
  guessed?: true
  /** What 同条 and 该条 mean, where that is not what was pointed to last. */
  same?: Place
}

/** The first reading that leads somewhere; where another one leads somewhere else as well, both are told. */
export function chooseReading(readings: { reading: UnsaidReading; targets: LinkTarget[] }[]): LinkTarget[] {
  const leads = ({ targets }: { targets: LinkTarget[] }): boolean =>
    targets.every((target) => target.status !== 'dangling')
  const best = readings.find(leads) ?? readings.find(({ reading }) => reading.named.title === null) ?? readings[0]!
  if (best.reading.sure) return best.targets
  const rivals = readings.filter(
    (rival) =>
      rival !== best &&
      rival.reading.lastResort === undefined &&
      leads(rival) &&
      !sameTargets(rival.targets, best.targets) &&
      rival.targets.every((target) => target.status !== 'unknown-instrument')
  )
  const guessed = best.reading.named.title !== null || best.reading.lastResort === true || best.reading.guessed === true
  return best.targets.map((target, index): LinkTarget => {
    const others = rivals.map(({ targets }) => targets[index]!)
    if (target.status !== 'resolved' || (others.length === 0 && !guessed)) return target
    const names = [
      ...new Set(
        [target, ...others].map((reading) => (reading.instrument === null ? '本文件' : `《${reading.instrument}》`))
      )
    ]
    return {
      ...target,
      status: 'ambiguous',
      reason:
        others.length === 0
          ? best.reading.named.title === null
            ? '没有写明上级，按上文理解'
            : `没有写明文件，按上文理解为${names[0]}`
          : `没有写明上级，可以有${others.length + 1}种理解`,
      ...(others.length === 0
        ? {}
        : {
            alternatives: others.map(({ instrument, from, to }) => ({
              instrument,
              from,
              ...(to === undefined ? {} : { to })
            }))
          })
    }
  })
}

function sameTargets(left: LinkTarget[], right: LinkTarget[]): boolean {
  return left.every((target, index) => {
    const other = right[index]!
    return target.instrument === other.instrument && target.from === other.from && target.to === other.to
  })
}

/** Whether the words between two places only join them: 、, 的规定和, 所称“…”、, 规定的情形以及. */
export function joins(between: string): boolean {
  if (/[；。]/.test(between)) return false
  // 第七条（第二款除外）
  if (/^[（(](?:除|不含|不包括|其中)?$/.test(between)) return true
  return /^(?:等)?(?:的?规定)?(?:(?:所称|中的|规定的|所列|所指|：)?(?:“[^“”]*”|[^，“”]{0,16}))?[，,]?(?:以及|和|与|或者|或|及|、)$/.test(
    between
  )
}

/** The instrument of another document that was named last, and where its name ended. */
export interface LastNamed {
  title: string
  clause: ClauseText
  end: number
}

/** A mention of a clause text that pointed to a clause: where it began, and what it pointed to last. */
export interface PointedTo {
  start: number
  target: LastTarget
}

/** What stands around a place that leaves its instrument or its upper levels unsaid. */
export interface Surroundings {
  clause: ClauseText
  /** Where the place begins in the clause text. */
  start: number
  position: Position
  own: Outline
  scope: Scope
  /** What was pointed to last in this clause text, in the lead-in of its list, and in this article. */
  last: LastTarget | undefined
  leadIn: LastTarget | undefined
  lastInArticle: LastTarget | undefined
  /** What the clause text has pointed to so far. */
  pointed: readonly PointedTo[]
  lastNamed: LastNamed | undefined
}

/** What an unsaid instrument and unsaid upper levels can be, the likeliest first. */
export function unsaidReadings(first: LocusStep, around: Surroundings): UnsaidReading[] {
  if (first.relative?.by === 'same') return sameReadings(first, around)
  return isBelowArticle(first.unit) ? lowerReadings(first, around) : upperReadings(first, around)
}

/** 同条, 该款: what was pointed to last, unless the sentence is built like the one before it that pointed elsewhere. */
function sameReadings(first: LocusStep, around: Surroundings): UnsaidReading[] {
  const { lastInArticle, scope } = around
  if (lastInArticle === undefined) return []
  const twin = twinOf(around)
  if (twin === undefined) return [lean(first, lastInArticle, true, scope)]
  // 有第二条第一项情形的，依照甲法第九条处罚；有同条第二项情形的
  return [
    { ...lean(first, twin, false, scope), guessed: true, same: twin.place },
    lean(first, lastInArticle, false, scope)
  ]
}

const parallel = /(?:违反|有|属于|符合)$/

/** What the last words that lead in as those before a mention do have pointed to, in its sentence, where it is another article. */
function twinOf({ clause: { text }, start, pointed, lastInArticle }: Surroundings): LastTarget | undefined {
  const lead = parallel.exec(text.slice(Math.max(0, start - 2), start))?.[0]
  if (lead === undefined) return undefined
  const twin = pointed.findLast((one) => text.endsWith(lead, one.start) && sameSentence(text, one.start, start))
  if (twin === undefined || sameArticle(twin.target, lastInArticle!)) return undefined
  return twin.target
}

function sameArticle(left: LastTarget, right: LastTarget): boolean {
  const [one, other] = [left.place.article, right.place.article]
  return left.instrument === right.instrument && one?.value === other?.value && one?.insert === other?.insert
}

/** 第二款, 第一项: levels of an article that was named, or of this one. */
function lowerReadings(first: LocusStep, around: Surroundings): UnsaidReading[] {
  const { clause, start, leadIn, lastInArticle, scope } = around
  const leaning = leaningOn(around)
  const readings: UnsaidReading[] = []
  const before = clause.text.slice(Math.max(0, start - 2), start)
  const breach = before === '违反' || before.endsWith('有')
  if (leaning?.joined) readings.push(lean(first, leaning.last, true, scope))
  else if (leaning !== undefined && first.unit !== 'paragraph') {
    // 违反第十条第一项规定的，…；违反第二项规定的: the next 项 of that article is breached.
    const goesOn = before === '违反' && leaning.last.place.point !== undefined && !isHere(leaning.last, around.position)
    readings.push(lean(first, leaning.last, goesOn && first.unit === 'point', scope))
  }
  // （二）违反第三项规定的 under 违反本条例第二十条规定的，按照下列规定处罚： means 第二十条第三项: a penalty does not punish itself.
  const listed = clause.node.type === 'paragraph' ? undefined : leadIn
  // （三）具有第一项情形的 may as well speak of its own list, （一）有第二项行为的 hardly.
  const item = around.position.place.point?.value
  const ahead = item === undefined || first.number === undefined || first.number.value >= item
  if (listed !== undefined && breach) readings.push(lean(first, listed, before === '违反' || ahead, scope))
  // Where the lead-in cites nothing, an item of penalties still does not punish itself.
  const own: UnsaidReading = { named: ownDocument, upper: ownUpper(first, around), sure: false }
  // Nobody calls the 款 that he writes by its number.
  if (first.unit === 'paragraph' && first.number?.value === around.position.place.paragraph?.value) own.guessed = true
  // 违反第十条第二项规定的，…。违反第四项规定的，… in an article without items of its own goes on with 第十条.
  if (breach && lastInArticle?.place.point !== undefined && first.unit === 'point' && !hasPoints(around.position))
    readings.push(lean(first, lastInArticle, true, scope))
  if (breach && listed === undefined && clause.node.type === 'point' && first.unit === 'point') {
    if (lastInArticle !== undefined) {
      const leaned = lean(first, lastInArticle, false, scope)
      readings.push({ ...leaned, guessed: true }, { ...leaned, upper: articleOf(leaned.upper), guessed: true })
    }
    readings.push(before === '违反' || lastInArticle !== undefined ? { ...own, guessed: true } : own)
  } else readings.push(own)
  if (listed !== undefined && !breach) readings.push(lean(first, listed, false, scope))
  if (leaning !== undefined && !leaning.joined && first.unit === 'paragraph') {
    readings.push(lean(first, leaning.last, false, scope))
  }
  // 依照第八条处罚。其中第一款…
  const { last } = around
  if (last !== undefined && leaning === undefined && /其中，?$/.test(clause.text.slice(Math.max(0, start - 3), start)))
    readings.push(lean(first, last, false, scope))
  // 依照第八条第二款对第一项先行审查: the 款 was named for another matter, and 第八条 has the 项 elsewhere.
  if (leaning !== undefined && first.unit === 'point') {
    const leaned = lean(first, leaning.last, false, scope)
    readings.push({ ...leaned, upper: articleOf(leaned.upper), lastResort: true })
  }
  if (lastInArticle !== undefined) readings.push({ ...lean(first, lastInArticle, false, scope), lastResort: true })
  return readings
}

/** Whether a place is in the article that the position is in. */
function isHere({ instrument, place }: LastTarget, { article }: Position): boolean {
  if (instrument !== null || article === undefined) return false
  return place.article?.value === article.number.value && place.article.insert === article.number.insert
}

function hasPoints({ article }: Position): boolean {
  return article?.paragraphs?.some(({ points }) => points.length > 0) === true
}

/** 第三条, 第二章: of this document, or of another one named before. */
function upperReadings(first: LocusStep, around: Surroundings): UnsaidReading[] {
  const { own, scope, lastNamed } = around
  // In what explains a draft, a number is the draft's; for certain where the words say so: 草案第五条, 规定了期限（第八条）.
  const { explains } = scope.self
  const draft =
    explains === undefined ? undefined : { named: nameTitle(explains, scope), upper: {}, sure: saysDraft(around) }
  if (draft?.sure) return [draft]
  const other = otherInstrument(around)
  if (other?.sure) return [other]
  if (draft !== undefined) return other === undefined ? [draft] : [draft, other]
  const readings: UnsaidReading[] = []
  // A text whose clauses are numbered 2.1 has no articles either.
  if (own.articles.size === 0 && other === undefined && lastNamed !== undefined && first.decimal === undefined) {
    readings.push({ named: nameTitle(lastNamed.title, scope), upper: {}, sure: false })
  }
  const upper = ownUpper(first, around)
  // 第三条 in an annex that has none is hardly the body's, which is called 本办法第三条 there.
  const abroad =
    first.unit === 'article' && around.position.place.attachment !== undefined && upper.attachment === undefined
  const mine: UnsaidReading = { named: ownDocument, upper, sure: false }
  if (abroad) mine.guessed = true
  readings.push(mine)
  if (other !== undefined) readings.push(other)
  // 关于适用《甲法》的解释: a bare number that it does not have itself is the law's.
  const { implements: base } = scope.self
  if (base !== undefined && first.unit !== 'attachment')
    readings.push({ named: nameTitle(base, scope), upper: {}, sure: false, lastResort: true })
  return readings
}

function saysDraft({ clause, start }: Surroundings): boolean {
  return /(?:草案|稿)(?:中?的)?$|[（(]$/.test(clause.text.slice(Math.max(0, start - 4), start))
}

function lean(first: LocusStep, target: LastTarget, sure: boolean, scope: Scope): UnsaidReading {
  const named = target.instrument === null ? ownDocument : nameTitle(target.instrument, scope)
  if (first.unit === 'paragraph') return { named, upper: articleOf(target.place), sure }
  const levels: (keyof Place)[] = ['attachment', 'preamble', 'article', 'paragraph']
  return { named, upper: pick(target.place, first.unit === 'indent' ? [...levels, 'point'] : levels), sure }
}

/** The last place pointed to in the same sentence, and whether only a conjunction parts it from the place. */
function leaningOn({ last, clause, start }: Surroundings): { last: LastTarget; joined: boolean } | undefined {
  if (last === undefined || !sameSentence(clause.text, last.end, start)) return undefined
  const between = clause.text.slice(last.end, start)
  return { last, joined: joins(between) || isNote(between) }
}

/** 第四条所称, 第四条第一项规定的. */
const isSource = /^[^，。；]{1,16}?(?:所称|规定的)/

/** Another instrument that a bare 第三条 may belong to. */
function otherInstrument(around: Surroundings): UnsaidReading | undefined {
  const { clause, start, lastNamed, scope } = around
  // 《甲法》（以下简称乙法）第三条, 《甲规定》（某令第1号）第四条
  const words = lastNamed?.clause === clause ? clause.text.slice(lastNamed.end, start) : undefined
  if (lastNamed !== undefined && words !== undefined && isAside(words)) {
    const named = nameTitle(lastNamed.title, scope)
    const edition = editionIn(bracketsIn(words))
    return { named: edition === undefined ? named : { ...named, edition }, upper: {}, sure: true }
  }
  // 《甲法》（第三条）, 《甲法》“第三条”, 《甲法》规定的第三条
  const opening = words === undefined ? undefined : isOpening(words, clause.text.slice(start, start + 40))
  if (lastNamed !== undefined && opening !== undefined)
    return { named: nameTitle(lastNamed.title, scope), upper: {}, sure: opening === 'certain' }
  const leaning = leaningOn(around)
  if (leaning === undefined || leaning.last.instrument === null) return undefined
  const between = clause.text.slice(leaning.last.end, start)
  // 甲法第二条所称…；第四条所称… may go on with 甲法, as nothing else does past a semicolon.
  if (
    between.includes('；') &&
    !(/^(?:所称|规定的)[^。]*；$/.test(between) && isSource.test(clause.text.slice(start, start + 24)))
  )
    return undefined
  return { named: nameTitle(leaning.last.instrument, scope), upper: {}, sure: leaning.joined }
}

/** The levels of the reading clause that an unsaid place takes over. */
function ownUpper(first: LocusStep, { position, own, clause, start }: Surroundings): Place {
  const { place } = position
  switch (first.unit) {
    case 'article': {
      // 第二条 in an annex that has one is the annex's, 正文第二条 is not.
      const { attachment } = place
      const inside =
        attachment &&
        !/正文(?:的|中)?$/.test(clause.text.slice(Math.max(0, start - 3), start)) &&
        first.number &&
        joinAddress(addressStep('attachment', attachment), addressStep('article', first.number))
      return inside && own.articles.has(inside) ? { attachment } : {}
    }
    case 'section':
      return chapterAround(position)
    case 'paragraph':
      return articleOf(place)
    case 'point': {
      const here = pick(place, ['attachment', 'preamble', 'article', 'paragraph'])
      // Outside the articles nobody counts 项, but whoever stands in one has a list.
      const inList = place.article === undefined && place.point !== undefined
      return inList || locatesPoints(own, here) ? here : articleOf(place)
    }
    case 'indent':
      return pick(place, ['attachment', 'preamble', 'article', 'paragraph', 'point'])
    default:
      return {}
  }
}
