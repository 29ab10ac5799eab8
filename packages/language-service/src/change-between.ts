/** The one stretch in which two texts differ: its bounds in the older one, and how far what follows has moved. */
export function changeBetween(before: string, now: string): { start: number; end: number; delta: number } {
  const most = Math.min(before.length, now.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === now.charCodeAt(start)) start++
  let same = 0
  while (same < most - start && before.charCodeAt(before.length - 1 - same) === now.charCodeAt(now.length - 1 - same))
    same++
  return { start, end: before.length - same, delta: now.length - before.length }
}
