import { readFileSync } from 'node:fs'
import { compareDrafts, findBreaks } from '@tiaoli/diff'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { shipped } from './drafts.js'

const folder = new URL('../../../corpus/drafts/organization-work-regulations/', import.meta.url)
const read = (name: string) => parse(readFileSync(new URL(name, folder), 'utf8'))

interface Changes {
  from: string
  to: string
  articles: { kind: string; old: string[]; new: string[]; referencesOnly?: boolean; modified?: boolean }[]
  headings: { kind: string; old: string[]; new: string[] }[]
}

interface Fault {
  id: string
  draft: string
  clause: string
  text: string
  visible: string
  against?: { draft: string }
}

const facts = ({ kind, old, new: next, ...rest }: Changes['articles'][number]) => ({
  kind,
  old,
  new: next,
  referencesOnly: rest.referencesOnly ?? false,
  modified: kind === 'moved' ? (rest.modified ?? false) : undefined
})
const byNumber = (left: { old: string[]; new: string[] }, right: { old: string[]; new: string[] }) =>
  `${left.new} ${left.old}`.localeCompare(`${right.new} ${right.old}`)

describe('the shipped drafts', () => {
  for (const { from, to, articles, headings } of read('changes.yaml') as Changes[]) {
    const comparison = compareDrafts({ tree: shipped(`${from}.md`) }, { tree: shipped(`${to}.md`) })

    it(`${from} → ${to}: every article as the hand-written list has it`, () => {
      expect(comparison.articles.map(facts).sort(byNumber)).toEqual(articles.map(facts).sort(byNumber))
    })

    it(`${from} → ${to}: every heading of 章 and 节`, () => {
      const heading = ({ kind, old, new: next }: Changes['headings'][number]) => ({ kind, old, new: next })
      const found = comparison.headings.filter(({ old, new: next }) =>
        [...old, ...next].every((address) => address.startsWith('chp_'))
      )
      expect(found.map(heading).sort(byNumber)).toEqual(headings.map(heading).sort(byNumber))
    })
  }

  const faults = (read('faults.yaml') as Fault[]).filter(({ visible }) => visible === 'comparison')
  const trees = { old: shipped('1-initial.md'), new: shipped('2-consultation.md') }
  const breaks = findBreaks(compareDrafts({ tree: trees.old }, { tree: trees.new }), trees)

  it.each(faults)('finds the planted fault $id', ({ clause, text }) => {
    const found = breaks.filter((message) => 'clause' in message && message.clause === clause)
    expect(found.some(({ actual }) => actual !== undefined && (text.includes(actual) || actual.includes(text)))).toBe(
      true
    )
  })

  it('reports no other fault', () => {
    const known = new Set(faults.map(({ clause }) => clause))
    const others = breaks.filter(
      (message) => message.fatal === false && 'clause' in message && !known.has(String(message.clause))
    )
    expect(others.map(String)).toEqual([])
  })

  it('reports no fault in the last draft, which has none', () => {
    const last = { old: trees.new, new: shipped('3-submission.md') }
    const found = findBreaks(compareDrafts({ tree: last.old }, { tree: last.new }), last)
    expect(found.filter(({ fatal }) => fatal === false).map(String)).toEqual([])
  })
})
