import type { Instrument, Library, TreeEntry, TreeGroup } from '@tiaoli/library'
import {
  boardOf,
  createLinkGraph,
  inTitleMarks,
  kindOf,
  libraryTree,
  precedence,
  rankOf,
  relianceOf
} from '@tiaoli/library'
import type { RegulationDocument } from '@tiaoli/workspace'
import { readDocument } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import type { OpenDraft } from '../library-access.js'
import { checkedDay, openLibrary, today } from '../library-access.js'
import type { LibraryOptions } from '../library-options.js'

const pasts: Record<NonNullable<TreeEntry['past']>, string> = {
  repealed: '，已废止',
  replaced: '，已由新的取代',
  'not-yet': '，尚未施行'
}

/** Prints where each instrument stands, and where a draft would. */
export async function runTree(
  context: Context,
  file: string | undefined,
  options: LibraryOptions & { asOf?: string; json?: true }
): Promise<void> {
  const asOf = checkedDay(options.asOf)
  // The draft first: a misspelt name should not have to wait for a library.
  if (file !== undefined) await readDocument(file)
  const opened = await openLibrary(context, options, file, asOf)
  const { library } = opened
  const read = file === undefined ? undefined : await opened.draft(file)
  const draft = read && asDraft(read.document.facts, library)
  const groups = libraryTree(library.instruments, draft, asOf ?? today())
  const ties = read === undefined || draft === undefined ? [] : tiesOf(draft, read, library)
  if (options.json) {
    const told = draft === undefined ? groups : { groups, draft: { ...draft, ties } }
    return context.write(`${JSON.stringify(told, null, 2)}\n`)
  }
  await context.write(groups.map((group) => printed(group, 0)).join(''))
  if (draft !== undefined) await context.write(placeOf(draft, ties))
}

/** A draft as what it is going to be: what the library knows of an older text of that title counts for it. */
function asDraft({ title, kind: stated }: RegulationDocument['facts'], library: Library): Instrument | undefined {
  if (title === undefined) return undefined
  const known = library.find(title).instruments[0]
  const kind = kindOf({ stated, title })?.kind
  return { ...(known ?? { shortNames: [], versions: [] }), title, ...(kind !== undefined && { kind }) }
}

interface Tie {
  title: string
  rank: 'above' | 'same' | 'below' | 'unknown'
  reason: string
}

/** How a draft stands to each instrument that it refers to. */
function tiesOf(draft: Instrument, { references }: OpenDraft, library: Library): Tie[] {
  const graph = createLinkGraph({ documents: [references], library })
  return relianceOf(graph, references.title).flatMap(({ title, role }): Tie[] => {
    const { instruments } = library.find(title)
    const [other] = instruments
    if (other === undefined || instruments.length > 1 || other.title === draft.title) return []
    const [own, its] = [rankOf(draft.kind), rankOf(other.kind)]
    const comparable = own !== undefined && its !== undefined && own.system === its.system
    const rank = !comparable ? 'unknown' : its.level < own.level ? 'above' : its.level > own.level ? 'below' : 'same'
    // Of one rank the newer prevails over the older, and the special over the general; a draft that sends its reader on
    // to another text takes that for the special one.
    const special = role === 'apply' ? '本草案写明依照它执行，可看作特别规定' : ''
    const newer = sameIssuer(draft, other) ? '同一机关，本草案通过后较新' : '机关不同或者不明，抵触时须由有权机关裁决'
    const reason = rank === 'same' ? special || newer : comparable ? '' : precedence(draft, other).reason
    return [{ title: other.title, rank, reason }]
  })
}

function sameIssuer({ issuer: left }: Instrument, { issuer: right }: Instrument): boolean {
  return left !== undefined && right !== undefined && left.join() === right.join()
}

const tieWords: Record<Tie['rank'], string> = {
  above: '上位的，抵触时以它为准',
  same: '同一位阶的，新的优于旧的，特别的优于一般的',
  below: '下位的，抵触时以本草案为准',
  unknown: '不能比较的'
}

function placeOf(draft: Instrument, ties: Tie[]): string {
  const board = boardOf(draft)
  const place = [draft.kind, board && `${board.board}板块${board.sure ? '' : `（据${board.reason}推断）`}`].filter(
    Boolean
  )
  const lines = [`本草案${inTitleMarks(draft.title)}：${place.join('，') || '看不出种类和板块'}`]
  for (const rank of Object.keys(tieWords) as Tie['rank'][]) {
    const same = ties.filter((tie) => tie.rank === rank)
    if (same.length === 0) continue
    lines.push(`  所引文件中${tieWords[rank]}（${same.length}）`)
    for (const { title, reason } of same) lines.push(`    ${inTitleMarks(title)}${reason === '' ? '' : `：${reason}`}`)
  }
  return `\n${lines.join('\n')}\n`
}

function printed({ name, scope, groups, entries }: TreeGroup, depth: number): string {
  const indent = '  '.repeat(depth)
  const head = `${indent}${name}${scope === undefined ? '' : `：${scope}`}\n`
  const lines = entries.map(({ title, kind, placed, draft, past, replacedBy }) => {
    const doubt =
      placed === undefined || placed.sure
        ? ''
        : `（据${placed.reason}推断${placed.rivals.length > 0 ? `，也可能在${placed.rivals.join('、')}` : ''}）`
    const gone =
      past === undefined ? '' : replacedBy === undefined ? pasts[past] : `，已由${inTitleMarks(replacedBy)}取代`
    return `${indent}  ${draft ? '➤ 【本草案】' : ''}${inTitleMarks(title)}${kind === undefined ? '' : ` ${kind}`}${gone}${doubt}\n`
  })
  return head + lines.join('') + groups.map((group) => printed(group, depth + 1)).join('')
}
