import { fold } from '../analysis/characters.js'
import type { TitleIndex } from '../titles/title-index.js'
import type { ParsedQuery } from './parse-query.js'
import type { Place } from './place.js'

/** The texts that filters leave; `undefined` for all. */
export function allowedTexts({ filters }: ParsedQuery, { scope }: Place, titles: TitleIndex): Set<string> | undefined {
  const { kinds, titles: words, status, dates } = filters
  if (
    scope === undefined &&
    kinds === undefined &&
    words === undefined &&
    dates === undefined &&
    (status === undefined || status === 'any')
  ) {
    return undefined
  }
  const named = words?.map((word) => new Set(titles.find(word).map(({ text }) => text.id)))
  const allowed = new Set<string>()
  for (const [id, { text, key, current }] of titles.byId) {
    if (scope !== undefined && !scope.has(id)) continue
    if (kinds !== undefined && !kinds.includes(text.kind ?? '')) continue
    if (words?.some((word, at) => !key.includes(fold(word)) && !named![at]!.has(id))) continue
    if (
      dates !== undefined &&
      (text.version === undefined ||
        (dates.from !== undefined && text.version < dates.from) ||
        (dates.to !== undefined && text.version > dates.to))
    )
      continue
    if (status === 'in-force' && !current) continue
    if (status === 'repealed' && text.status !== 'repealed') continue
    if (status === 'superseded' && (current || text.status === 'repealed')) continue
    allowed.add(id)
  }
  return allowed
}
