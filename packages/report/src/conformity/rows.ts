import type { ClausePair, Conformity, CopiedClause, FigureDifference, ImpliedPair } from '@tiaoli/library'
import { inTitleMarks } from '@tiaoli/library'
import { formatAddress } from 'regast'
import type { Cell } from '../render-tables.js'

/** 《某法》第三条至第五条. */
export function citedLabel({ target: { title, from, to } }: ClausePair): string {
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
export function conformityRows({ pairs, implied, copies }: Conformity): Cell[][] {
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
    ])
  ]
}
