import type { AbsentClause, ClausePair, Conformity, CopiedClause, FigureDifference, ImpliedPair } from '@tiaoli/library'
import { inTitleMarks } from '@tiaoli/library'
import { formatAddress } from 'regast'
import type { Cell } from '../render-tables.js'

/** What was compared and what came of it, in one sentence. */
export function summaryWords({ pairs, implied, copies, absent, withoutText }: Conformity): string {
  if (pairs.length + implied.length + copies.length + absent.length + withoutText.length === 0)
    return '没有可以对照的：草案没有引用其他法规的具体条款，也没有与文库中上位条文相近的条款。'
  const different = [...pairs, ...implied].filter(({ differences }) => differences.length > 0).length
  const nowhere = absent.length === 0 ? '' : `，所引文件没有的条款 ${absent.length} 处`
  return `对照 ${pairs.length} 处引用，另有 ${implied.length} 款没有引用而像是在落实上位条文；数字不同 ${different} 处，与所引文件文字大体相同的条款 ${copies.length} 处${nowhere}。`
}

/** 《某法》第三条至第五条. */
export function citedLabel({ target }: ClausePair): string {
  return placeLabel(target)
}

/** What a clause cites although it is not there, in one sentence. */
export function absentWords(absent: AbsentClause): string {
  return `引用${placeLabel(absent)}，${inTitleMarks(absent.title)}没有这一条款`
}

function placeLabel({ title, from, to }: { title: string; from: string; to?: string }): string {
  return `${inTitleMarks(title)}${formatAddress(from)}${to === undefined ? '' : `至${formatAddress(to)}`}`
}

/** What differs, in one sentence. */
export function differenceWords(differences: readonly FigureDifference[]): string {
  return differences.map(({ own, cited }) => `本条“${own}”，所引条文“${cited.join('”“')}”`).join('；')
}

/** The clause that another seems to carry out. */
export function impliedLabel({ original: { title, clause } }: ImpliedPair): string {
  return `${inTitleMarks(title)}${formatAddress(clause)}`
}

/** That nobody said so, and how alike the two are. */
export function likeness({ similarity }: ImpliedPair): string {
  return `没有写明，按文字推断，相近 ${Math.round(similarity * 100)}%`
}

/** How much of a clause is repeated, in one sentence. */
export function copyWords({ share, original, cited, whole }: CopiedClause): string {
  const where = `${inTitleMarks(original.title)}${formatAddress(original.clause)}`
  if (whole) return `照录了${where}的全部文字，占本款 ${Math.round(share * 100)}%${cited ? '' : '，且没有注明'}`
  return `与${where}相同 ${Math.round(share * 100)}%${cited ? '' : '，且没有注明'}`
}

/** Pairs and copies as rows, the heads first. */
export function conformityRows({ pairs, implied, copies, absent }: Conformity): Cell[][] {
  return [
    ['条款', '行', '草案', '所引条款', '所引条文', '上位', '请核对'],
    ...pairs.map((pair): Cell[] => [
      formatAddress(pair.clause),
      pair.line,
      pair.text,
      citedLabel(pair),
      pair.target.text,
      pair.superior ? '是' : '',
      pair.differences.length === 0 ? '' : `数字不同：${differenceWords(pair.differences)}`
    ]),
    ...implied.map((pair): Cell[] => [
      formatAddress(pair.clause),
      pair.line,
      pair.text,
      `${impliedLabel(pair)}（${likeness(pair)}）`,
      pair.original.text,
      '是',
      pair.differences.length === 0 ? '' : `数字不同：${differenceWords(pair.differences)}`
    ]),
    ...copies.map((copy): Cell[] => [
      formatAddress(copy.clause),
      copy.line,
      copy.text,
      `${inTitleMarks(copy.original.title)}${formatAddress(copy.original.clause)}`,
      copy.original.text,
      '',
      copyWords(copy)
    ]),
    ...absent.map((one): Cell[] => [
      formatAddress(one.clause),
      one.line,
      '',
      placeLabel(one),
      '',
      '',
      `${inTitleMarks(one.title)}没有这一条款`
    ])
  ]
}
