/** Characters compared at once where nothing differs: comparing slices is far quicker than comparing characters. */
const stride = 2048

/** The one stretch in which two texts differ: its bounds in the older one, and how far what follows has moved. */
export function changeBetween(before: string, now: string): { start: number; end: number; delta: number } {
  const most = Math.min(before.length, now.length)
  let start = 0
  while (start + stride <= most && before.slice(start, start + stride) === now.slice(start, start + stride))
    start += stride
  while (start < most && before.charCodeAt(start) === now.charCodeAt(start)) start++
  const rest = most - start
  let same = 0
  while (same + stride <= rest && tail(before, same) === tail(now, same)) same += stride
  while (same < rest && before.charCodeAt(before.length - 1 - same) === now.charCodeAt(now.length - 1 - same)) same++
  return { start, end: before.length - same, delta: now.length - before.length }
}

/** The stretch before the last characters of a text. */
function tail(text: string, from: number): string {
  return text.slice(text.length - from - stride, text.length - from)
}
