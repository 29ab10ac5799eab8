import type { CoverageStatus, StatusFigures } from '../coverage.js'

/** What people call each status. */
export const statusWords: Record<CoverageStatus, string> = {
  covered: '已落实',
  partly: '部分落实',
  'not-covered': '未落实',
  contradicted: '有抵触',
  respected: '未见违反',
  unchecked: '待人工核对'
}

/** 12 of 15, with a share in whole per cent; a dash where there is nothing to count. */
export function coveredShare({ covered, total }: StatusFigures): string {
  return total === 0 ? '—' : `${covered}/${total}（${Math.floor((covered / total) * 100)}%）`
}

/** The figures of one strength in a sentence: 共 15 项，已落实 12，部分落实 1，未落实 2. */
export function figuresSentence(figures: StatusFigures): string {
  const parts = (Object.keys(statusWords) as CoverageStatus[])
    .filter((status) => figures[status] > 0)
    .map((status) => `${statusWords[status]} ${figures[status]}`)
  return figures.total === 0 ? '没有' : `共 ${figures.total} 项，${parts.join('，')}`
}
