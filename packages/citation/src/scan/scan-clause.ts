import { documentNumberAt } from '../document-numbers.js'
import { opensNumber } from '../grammar/tokens.js'
import type { ClauseMentions, Host } from '../mention.js'
import type { NameTable } from '../names.js'
import { mayBegin, triggers } from '../triggers.js'
import { readAttachment } from './annexes.js'
import { readBack, readForward } from './announcements.js'
import { readEach, readRelative, readSelf, readThat } from './deictics.js'
import { readNameBefore } from './names-before.js'
import { readPlaces } from './places.js'
import { pushHosted } from './push.js'
import { readFullName, readImplementing, readJoinedNames, readSource, readTitle } from './titles-and-names.js'

/**
 * Every mention in one clause text. The result depends on the text and the names alone, so that callers can keep it
 * per clause. Linear in the length of the text; never throws.
 */
export function scanClause(text: string, names: NameTable): ClauseMentions {
  const found: ClauseMentions = { mentions: [], documentNumbers: [], termUses: [] }
  scanInto(found, text, names)
  return found
}

/** Adds every mention in one clause text to lists at hand, as {@link scanClause} finds them in lists of their own. */
export function scanInto(found: ClauseMentions, text: string, names: NameTable): void {
  const { firsts } = names
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (firsts[code] === 1) {
      const name = names.match(text, i)
      if (name !== undefined) {
        if (name.kind === 'term') {
          found.termUses.push({ name: name.name, start: i, end: name.end })
          // A term may begin a longer phrase that refers (本条例所称…), but never overlaps one.
          i = name.end
          continue
        }
        const host: Host = { type: 'name', name: name.name, known: true }
        const end = name.end + stageLength(text, name)
        i = readJoinedNames(text, pushHosted(text, i, end, host, found.mentions), names, found.mentions)
        continue
      }
    }
    const trigger = triggers[code]!
    if (trigger !== 0 && mayBegin(text, i, trigger)) {
      const next = readers.get(code)?.(text, i, names, found) ?? i
      if (next > i) {
        i = next
        continue
      }
    }
    i += 1
  }
}

const stage = /^(?:修改稿|修改[一二三]稿|[二三]次审议稿|[二三]审稿|表决稿|建议表决稿)/

/** 草案修改稿 is a text of the draft that 草案 names. */
function stageLength(text: string, { name, end }: { name: string; end: number }): number {
  return name.endsWith('草案') ? (stage.exec(text.slice(end, end + 5))?.[0].length ?? 0) : 0
}

type Reader = (text: string, i: number, names: NameTable, found: ClauseMentions) => number

const source: Reader = (text, i, names, { mentions }) => readSource(text, i, names, mentions)
const nameBefore: Reader = (text, i, names, { mentions }) => readNameBefore(text, i, names, mentions)
const numbered: Reader = (text, i, names, found) => (opensNumber(text, i + 1) ? readPlaces(text, i, names, found) : i)
const forward: Reader = (text, i, _names, { mentions }) => readForward(text, i, mentions)
const that: Reader = (text, i, _names, { mentions }) => readThat(text, i, mentions)
const backwards: Reader = (text, i, _names, { mentions }) =>
  text[i + 1] === '述' ? readBack(text, i, mentions) : readRelative(text, i, mentions)

/** What is read where a mention begins with a character or, for a document number and a name before its verb, ends. */
const readers = new Map<number, Reader>()
for (const [chars, reader] of Object.entries<Reader>({
  '《': (text, i, _names, { mentions }) => readTitle(text, i, mentions),
  '（(': numbered,
  第: readPlaces,
  本: (text, i, _names, { mentions }) => readSelf(text, i, mentions),
  该同: that,
  前上: backwards,
  各: (text, i, _names, { mentions }) => readEach(text, i, mentions),
  下以如: forward,
  附: (text, i, _names, { mentions }) => readAttachment(text, i, mentions),
  其: (text, i, _names, { mentions }) => readImplementing(text, i, mentions),
  据照反用守合行犯: source,
  中: (text, i, names, { mentions }) => readFullName(text, i, names, mentions),
  所规的没未另: nameBefore,
  号: (text, i, _names, found) => {
    const number = documentNumberAt(text, i)
    if (number === undefined) return i
    found.documentNumbers.push(number)
    return number.end
  }
})) {
  for (const char of chars) readers.set(char.charCodeAt(0), reader)
}
