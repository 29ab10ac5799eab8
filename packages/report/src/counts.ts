import type { LinkStatus } from '@tiaoli/library'
import type { StatusCounts } from './model.js'
import { statusOrder } from './model.js'

/** No target of any status. */
export function noCounts(): StatusCounts {
  return Object.fromEntries(statusOrder.map((status) => [status, 0])) as StatusCounts
}

/** How many targets there are in all. */
export function total(counts: StatusCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** The statuses that occur, what is in order first. */
export function usedStatuses(counts: StatusCounts): LinkStatus[] {
  return statusOrder.filter((status) => counts[status] > 0).reverse()
}
