import { parseNumeral } from 'regast'

/** What happened to an instrument on a day. */
export type EventAction = 'adopted' | 'approved' | 'issued' | 'effective' | 'amended' | 'revised' | 'repealed'

/** What the actions are called. */
export const eventWords: Readonly<Record<EventAction, string>> = {
  adopted: '通过',
  approved: '批准',
  issued: '公布',
  effective: '施行',
  amended: '修正',
  revised: '修订',
  repealed: '废止'
}

/** One step in the life of an instrument, as the note under its title states it. */
export interface InstrumentEvent {
  /** ISO day. */
  date: string
  action: EventAction
  /** Bodies that acted, sessions left out. */
  by?: string[]
  documentNumber?: string
  /** Title of the decision that amended it. */
  through?: string
}

const figure = '[\\d０-９〇○零一二三四五六七八九十]'
const dayForm = `(?:([12]\\d{3}|[〇○零一二三四五六七八九]{4})\\s*年\\s*(${figure}{1,3})\\s*月\\s*(${figure}{1,3})\\s*日|([12]\\d{3})-(\\d{2})-(\\d{2}))`
const anyDay = new RegExp(dayForm, 'g')
/** Where one event ends and the next begins although no line or space parts them. */
const seam = new RegExp(
  `(?<=通过|批准|修正|修订|修改|公布|发布|施行|实施|废止)(?=(?:根据|自)?${dayForm.replace(/\((?!\?)/g, '(?:')})`
)

/**
 * The events that the notes under a title state, in the order of their days; what is no dated event is left out.
 * A day that a city adopted and a province approved is one event, of the approval.
 */
export function readHistory(notes: Iterable<string>): InstrumentEvent[] {
  const events: InstrumentEvent[] = []
  for (const piece of piecesOf([...notes].join('\n'))) {
    const event = eventOf(piece)
    if (event !== undefined && !events.some((known) => sameEvent(known, event))) events.push(event)
  }
  events.sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0))
  return onceAdopted(events)
}

/**
 * An instrument is adopted once. A later passing is a step towards the amendment or approval that soon follows it, or,
 * where none follows, the amendment itself, as the courts' notes state theirs.
 */
function onceAdopted(events: InstrumentEvent[]): InstrumentEvent[] {
  const first = events.findIndex(({ action }) => action === 'adopted')
  return events.flatMap((event, index) => {
    if (event.action !== 'adopted' || index === first) return [event]
    const next = events[index + 1]
    const soon = next !== undefined && Number(next.date.slice(0, 4)) - Number(event.date.slice(0, 4)) <= 1
    if (soon && (next.action === 'amended' || next.action === 'revised')) return []
    return [{ ...event, action: 'amended' }]
  })
}

function sameEvent(left: InstrumentEvent, right: InstrumentEvent): boolean {
  return left.date === right.date && left.action === right.action
}

/** Pieces that state one event each. */
function piecesOf(notes: string): string[] {
  const pieces: string[] = []
  for (const line of joinBrokenTitles(notes).split('\n')) {
    const bare = unwrapped(line.trim().replace(/\s*根据$/, ''))
    for (const clause of bare.split(
      /[；;]|[\s\u3000]+(?=(?:根据|自)?(?:[12]\d{3}\s*年|[〇○零一二三四五六七八九]{4}年))/
    )) {
      const parts = clause.split(seam)
      for (const [index, part] of parts.entries()) {
        // 甲市某日通过乙省某日批准的《…决定》修正: the passing belongs to what follows it.
        const next = parts[index + 1]
        if (next !== undefined && /通过$/.test(part) && /批准的《/.test(next)) continue
        for (const piece of part.split(/[，,](?=\s*(?:自|根据)?(?:[12]\d{3}年|[〇○零一二三四五六七八九]{4}年))/))
          pieces.push(piece)
      }
    }
  }
  return pieces
}

function unwrapped(line: string): string {
  const start = /^[（(]/.test(line) ? 1 : 0
  return line.slice(start, '）)。'.includes(line.at(-1) ?? ' ') ? -1 : undefined)
}

/** A decision whose title runs over several lines is one line again. */
function joinBrokenTitles(notes: string): string {
  if (!breaksTitles(notes)) return notes
  let open = 0
  let joined = ''
  for (const char of notes) {
    if (char === '《') open += 1
    else if (char === '》') open -= 1
    joined += char === '\n' && open > 0 ? '' : char
    // A mark that is never closed must not swallow the rest of the notes.
    if (char === '\n' && open > 0 && joined.length - joined.lastIndexOf('《') > 200) open = 0
  }
  return joined
}

/** Whether a line has more 《 than 》, or fewer. */
function breaksTitles(notes: string): boolean {
  let open = 0
  for (let index = 0; index < notes.length; index++) {
    const char = notes.charCodeAt(index)
    if (char === 0x300a) open += 1
    else if (char === 0x300b) open -= 1
    else if (char === 0x0a && open !== 0) return true
  }
  return false
}

function eventOf(piece: string): InstrumentEvent | undefined {
  const outside = piece.replace(/《[^《》]*(?:《[^《》]*》[^《》]*)*》/g, '《》')
  const days = [...outside.matchAll(anyDay)]
  const date = days.map(dayOf).findLast((day) => day !== undefined)
  if (date === undefined) return undefined
  const action = actionOf(outside)
  if (action === undefined) return undefined
  const event: InstrumentEvent = { date, action }
  const documentNumber =
    /(?:(?:中华人民共和国)?[\u4e00-\u9fff、]{2,40}(?:令|公告)|(?:令|公告))\s*(?:第\s*)?[\d〇零一二三四五六七八九十百]+号/.exec(
      outside
    )?.[0]
  if (documentNumber !== undefined) event.documentNumber = documentNumber.replace(/^[日\s]+/, '').replace(/\s/g, '')
  const by = bodiesIn(outside)
  if (by.length > 0) event.by = by
  const through = action === 'amended' || action === 'revised' ? /《(.+)》/.exec(piece)?.[1] : undefined
  if (through !== undefined) event.through = through
  return event
}

function actionOf(text: string): EventAction | undefined {
  const tail = text.trim().replace(/\s*根据$/, '')
  if (/废止$/.test(tail)) return 'repealed'
  if (/修订(?:通过|公布|发布|并公布)?$|通过修订$/.test(tail)) return 'revised'
  if (/(?:修正|修改|修正案》?|的《》)$/.test(tail)) return 'amended'
  if (/(?:起|令|号|公布|发布|^|日|\s)(?:施行|实施|生效|执行)$/.test(tail))
    return /公布施行|发布施行/.test(tail) ? 'issued' : 'effective'
  if (/批准(?:修订)?$/.test(tail)) return /修订$/.test(tail) ? 'revised' : 'approved'
  if (/(?:通过|会议|过)$/.test(tail)) return 'adopted'
  if (/(?:公布|发布|印发|颁布|号)$/.test(tail)) return 'issued'
  return undefined
}

function dayOf(match: RegExpMatchArray): string | undefined {
  const [years, months, days] = (match[1] === undefined ? match.slice(4, 7) : match.slice(1, 4)).map((part) =>
    parseNumeral(part!)
  )
  if (years === undefined || !months || !days || months > 12 || days > 31) return undefined
  return `${String(years).padStart(4, '0')}-${String(months).padStart(2, '0')}-${String(days).padStart(2, '0')}`
}

const session = /第?[\d〇零一二三四五六七八九十百]+(?:届|次|号)|审判委员会|(?<=检察院)检察委员会/g

/** The bodies that a statement names: 第十三届全国人民代表大会常务委员会第六次会议 is 全国人民代表大会常务委员会. */
function bodiesIn(text: string): string[] {
  const words = text.replace(anyDay, '|').replace(/《》/g, '|').replace(session, '')
  const found = new Set<string>()
  const forms =
    /(?:最高人民法院|最高人民检察院|[\u4e00-\u9fff]{0,20}?人民代表大会(?:常务委员会)?|国务院(?!公报)|中国共产党中央委员会|中共中央(?:办公厅|政治局常务委员会|政治局)?|国务院办公厅|中央军事委员会|[\u4e00-\u9fff]{2,16}?(?:部|总局|委员会|人民政府|总署)(?=(?:、|令|公告|发布|公布|[\u4e00-\u9fff]{0,4}会议)))/g
  for (const [name] of words.matchAll(forms)) {
    const body = name
      .replace(/^(?:中)?中华人民共和国(?=国务院|中央军事|.{2,10}(?:部|委员会)$)/, '')
      .replace(/^(?:根据|经|由|并|和|的|通过|、)+/, '')
    if (body.length > 2) found.add(body)
  }
  return [...found]
}

/** The body that made the instrument, as its history and its title say; `undefined` where they do not. */
export function issuerOf(title: string, events: readonly InstrumentEvent[]): string[] | undefined {
  const named = /^((?:最高人民法院|最高人民检察院)(?:[、\s]*(?:最高人民法院|最高人民检察院))*)/.exec(title)?.[1]
  if (named !== undefined) return named.split(/[、\s]+|(?<=法院)(?=最高)/).filter((body) => body !== '')
  const first = events.find(
    ({ action, by }) => by !== undefined && (action === 'adopted' || action === 'issued' || action === 'revised')
  )
  return first?.by
}

/** The events of two texts of one instrument; a younger text repeats what an older one tells and adds to it. */
export function mergeHistories(
  first: InstrumentEvent[] | undefined,
  second: InstrumentEvent[] | undefined
): InstrumentEvent[] | undefined {
  if (first === undefined || second === undefined) return first ?? second
  const added = second.filter((event) => !first.some((known) => sameEvent(known, event)))
  return [...first, ...added].sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0))
}
