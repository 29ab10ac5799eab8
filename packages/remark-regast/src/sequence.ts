import type { ClauseNumber } from 'regast'

/** Whether an article may stand next after another: 三 after 二, 二之一 after 二, 三 after 二之一. */
export function follows(last: ClauseNumber, next: ClauseNumber): boolean {
  if (next.insert === undefined) return next.value === last.value + 1
  return next.value === last.value && next.insert === (last.insert ?? 0) + 1
}

/** What turns a number at the start of a line into a reference in running text, where no blank parts the two. */
export const runsOn =
  /^(?:[、，。；）)”》第至或及和与的之中内外]|规定|所|款|项|以及|或者|修改|改为|删|增加|合并|顺序|移至|中的)/
