import { existsSync, readFileSync } from 'node:fs'
import { compareDrafts } from '@tiaoli/diff'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'

const laws = new URL('../../../../shared/corpus/laws/', import.meta.url)
const absent = !existsSync(laws)
if (absent && process.env.CI === 'true') throw new Error(`${laws.pathname} is absent, which CI must have`)
if (absent) console.log(`skipped: no folder of dated laws at ${laws.pathname} (optional development data)`)

interface DatedPair {
  old: string
  new: string
  articles: string
}

const pairs = JSON.parse(readFileSync(new URL('fixtures/dated-pairs.json', import.meta.url), 'utf8')) as DatedPair[]

describe.skipIf(absent)('dated versions of laws, read article by article', () => {
  const read = (file: string) => parseRegulation(readFileSync(new URL(encodeURI(file), laws), 'utf8')).tree

  it('are aligned as a reader aligns them, on at least 99 % of their articles', () => {
    let right = 0
    let all = 0
    const wrong: string[] = []
    for (const pair of pairs) {
      const number = (addresses: string[]) => addresses.map((address) => address.replace('art_', '')).join('+')
      const { articles } = compareDrafts({ tree: read(pair.old) }, { tree: read(pair.new) })
      const found = new Set(articles.map(({ old, new: next }) => `${number(old)}>${number(next)}`))
      for (const group of pair.articles.split(' ')) {
        const size = group.split(/[>+]/).filter(Boolean).length
        all += size
        if (found.has(group)) right += size
        else wrong.push(`${pair.new} ${group}`)
      }
    }
    expect({ wrong, good: right / all >= 0.99 }).toEqual({ wrong, good: true })
  })
})
