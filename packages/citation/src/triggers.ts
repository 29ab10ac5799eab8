import { sourceWords } from './lexicon.js'

/** Characters at which a mention can begin, or a document number end, whatever stands beside them. */
const free = '本《第（(前上同该号'
/** Characters that only begin one before these. */
const before: Readonly<Record<string, string>> = {
  下: '列述条款一',
  以: '下',
  如: '下',
  各: '该',
  附: '件录表图',
  其: '实施',
  中: '华国'
}
/** Characters that only end the words in front of one after these. */
const after: Record<string, string> = {}
// 园林法所称, 园林条例的规定: a name ends right before.
for (const char of '所规的没未另') after[char] = '法例'
for (const word of sourceWords) {
  const last = word.at(-1)!
  after[last] = (after[last] ?? '') + word.at(-2)!
}

/**
 * For each UTF-16 unit what {@link mayBegin} asks for, 0 where no mention begins with it. Most characters of a text are looked at
 * no closer than this.
 */
export const triggers = new Uint8Array(65536)
/** For each UTF-16 unit the triggers beside which it lets a mention begin, a bit each: asked for every trigger of a text, so by code unit. */
const beside = new Uint32Array(65536)
/** For each trigger on which side of it that is; 0 where anything may stand there. */
const sides: number[] = [0, 0]

for (const char of free) triggers[char.charCodeAt(0)] = 1
for (const [chars, side] of [
  [before, 1],
  [after, -1]
] as const) {
  for (const [char, neighbours] of Object.entries(chars)) {
    const trigger = sides.length
    if (trigger > 31) throw new RangeError('more triggers than a number has bits')
    triggers[char.charCodeAt(0)] = trigger
    sides.push(side)
    for (const neighbour of neighbours) beside[neighbour.charCodeAt(0)]! |= 1 << trigger
  }
}

/** Whether what stands beside the character at an index, whose trigger is given, lets a mention begin there. */
export function mayBegin(text: string, i: number, trigger: number): boolean {
  const side = sides[trigger]!
  if (side === 0) return true
  const at = i + side
  return at >= 0 && at < text.length && (beside[text.charCodeAt(at)]! & (1 << trigger)) !== 0
}
