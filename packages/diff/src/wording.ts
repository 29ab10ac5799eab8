import { inTitleMarks, titleKey } from '@tiaoli/library'
import { formatAddress } from 'regast'
import type { ArticleChange, ChangeCounts, ChangeKind, DraftComparison } from './model.js'
import { changeKinds } from './model.js'

const names: Record<ChangeKind, string> = {
  added: '新增',
  deleted: '删去',
  modified: '修改',
  moved: '移动',
  split: '拆分',
  merged: '合并',
  renumbered: '仅条号变动',
  unchanged: '未变'
}

/** 新增, 修改 and so on. */
export function kindName(kind: ChangeKind): string {
  return names[kind]
}

/** 新增3条，删去1条，修改11条…: kinds that do not occur are left out. */
export function summaryOf(counts: ChangeCounts): string {
  const parts = changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${names[kind]}${counts[kind]}${unitOf(kind)}`)
  return parts.length === 0 ? '没有条文' : parts.join('，')
}

/** The same of two drafts, behind the change of their name where it is more than that of a stage: （草案） and the like. */
export function summaryOfDrafts({ title, counts }: Pick<DraftComparison, 'title' | 'counts'>): string {
  const [old, next] = [withoutStage(title.old), withoutStage(title.new)]
  const renamed = old !== '' && next !== '' && titleKey(old) !== titleKey(next)
  return `${renamed ? `名称由${inTitleMarks(old)}改为${inTitleMarks(next)}，` : ''}${summaryOf(counts)}`
}

function withoutStage(title: string): string {
  return title.trim().replace(/[（(][^（）()]{0,12}(?:草案|稿)[）)]$/, '')
}

function unitOf(kind: ChangeKind): string {
  return kind === 'split' || kind === 'merged' ? '处' : '条'
}

/** What there is to say about a change beside its kind: 第三条移作第八条，并修改; empty where its kind says it all. */
export function changeNote(change: ArticleChange): string {
  return [noteOfKind(change), ...movesIn(change)].filter((part) => part !== '').join('，')
}

/** Clauses that went to another article or came from one: 第一款第三项移至第十条第一款第六项. */
function movesIn(change: ArticleChange): string[] {
  if (change.kind === 'unchanged' || change.kind === 'renumbered') return []
  const moved = change.clauses.flatMap(({ old, new: next, movedTo, movedFrom }) => {
    if (movedTo !== undefined) return [{ place: old[0]!, words: `移至${formatAddress(movedTo)}` }]
    return movedFrom === undefined ? [] : [{ place: next[0]!, words: `由${formatAddress(movedFrom)}移来` }]
  })
  // What stands in a clause that moved goes with it.
  const whole = moved.filter(({ place }) => !moved.some((other) => place.startsWith(`${other.place}__`)))
  return whole.map(({ place, words }) => `${formatAddress(place)}${words}`)
}

function noteOfKind(change: ArticleChange): string {
  const olds = listOf(change.old)
  const news = listOf(change.new)
  const renumbered = olds === news ? '' : `${olds}改为${news}`
  const also = change.modified ? '，并修改' : ''
  switch (change.kind) {
    case 'added':
    case 'deleted':
    case 'unchanged':
      return ''
    case 'renumbered':
      return change.references === undefined ? renumbered : `${renumbered}，引用的序号随之调整`
    case 'modified':
      return change.referencesOnly ? '仅引用的序号随之调整' : renumbered
    case 'moved':
      return `${olds}移作${news}${also}`
    case 'split':
      return `${olds}分为${news}${also}`
    case 'merged':
      return change.new.length > 1 ? `${olds}重新组合为${news}` : `${olds}合并为${news}${also}`
  }
}

function listOf(addresses: readonly string[]): string {
  return addresses.map((address) => formatAddress(address)).join('、')
}
