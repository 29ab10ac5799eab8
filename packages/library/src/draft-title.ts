import type { Mention } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import type { NamedInstrument, Scope } from './hosts.js'
import { ownDocument } from './hosts.js'
import { namesakeOf } from './namesake.js'
import { baseTitle, titleSuffix } from './titles.js'

const stage = /(?:草案|稿)）$/
const maybeOwn = '草案以后就叫这个名称，这里可能指本文件，也可能指现行的文本'

/**
 * What 《甲条例》 names in 甲条例（修订草案）: the draft itself, which is going to bear that title, or the text that it is
 * to replace, where there is one; for certain where the words say that an older text is meant.
 */
export function namedInDraft(
  named: NamedInstrument,
  mention: Mention,
  clause: ClauseText,
  { self }: Pick<Scope, 'self'>
): NamedInstrument {
  const { host } = mention
  if (host.type !== 'title' || named.title === null || self.title === undefined) return named
  if (!stage.test(titleSuffix(self.title)) || titleSuffix(host.title) !== '' || baseTitle(host.title) !== self.base)
    return named
  if (namesakeOf(clause, mention) !== undefined) return named
  return named.instruments.length === 0 ? ownDocument : { ...named, note: maybeOwn, unlike: true }
}
