import { readFileSync } from 'node:fs'
import type { Coverage } from '@tiaoli/brief'
import { compareCoverage, coverDraft, flattenRequirements, parseBrief } from '@tiaoli/brief'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const { value: brief, messages } = parseBrief(read('seeds/organization-work-regulations.md'))
const requirements = flattenRequirements(brief.requirements)
const drafts = 'corpus/drafts/organization-work-regulations'
const cover = (name: string): Coverage => coverDraft(brief, parseRegulation(read(`${drafts}/${name}.md`)).tree)

describe('the shipped brief', () => {
  it('has nothing to be reported', () => {
    expect(messages.map(String)).toEqual([])
    expect(requirements.length).toBeGreaterThan(100)
  })

  it('states for every requirement where it comes from', () => {
    expect(requirements.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([])
  })

  it('agrees with the table of study passages: the same ids, no more and no fewer', () => {
    const listed = new Set(
      read('docs/brief-sources.md')
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .flatMap((line) => line.match(/B-\d+(?:\.\d+)*/g) ?? [])
    )
    expect([...listed].sort()).toEqual(requirements.map(({ id }) => id).sort())
  })
})

const holes = parse(read(`${drafts}/coverage.yaml`)) as { draft: string; requirement: string; status: string }[]

describe.each(['1-initial', '2-consultation', '3-submission'])('the draft %s', (name) => {
  const coverage = cover(name)

  it('has tracing comments that can all be read', () => {
    expect(coverage.messages.map(String)).toEqual([])
  })

  it('has the documented holes and no others', () => {
    const found = coverage.requirements.filter(
      ({ requirement, status }) =>
        requirement.strength === 'must' && requirement.children.length === 0 && status !== 'covered'
    )
    const documented = holes.filter(({ draft }) => draft === name)
    expect(found.map(({ requirement, status }) => `${requirement.id} ${status}`)).toEqual(
      documented.map(({ requirement, status }) => `${requirement} ${status}`)
    )
  })

  it('says of every article what it answers, or that it answers nothing', () => {
    expect(coverage.untraced.filter(({ explanation }) => explanation === undefined).map(({ label }) => label)).toEqual(
      []
    )
  })

  it('has nothing that must not be in it', () => {
    expect(coverage.requirements.flatMap(({ hits }) => hits)).toEqual([])
  })
})

describe('the submission draft', () => {
  it('covers every must, those with others below them too', () => {
    const missing = cover('3-submission').requirements.filter(
      ({ requirement, status }) => requirement.strength === 'must' && status !== 'covered'
    )
    expect(missing.map(({ requirement }) => requirement.id)).toEqual([])
  })

  it('loses one thing that the consultation draft had: the full leadership of local committees', () => {
    const changes = compareCoverage(cover('2-consultation'), cover('3-submission'))
    expect(changes.filter(({ kind }) => kind === 'lost').map(({ id }) => id)).toEqual(['B-3.1.3.1'])
  })
})

it('the example in the page on the format is a brief without a message', () => {
  const [, example] = /```markdown\n([\s\S]*?)```/.exec(read('docs/brief.md'))!
  const { value, messages: found } = parseBrief(example!)
  expect(found.map(String)).toEqual([])
  expect(flattenRequirements(value.requirements).map(({ id, strength }) => `${id} ${strength}`)).toEqual([
    'B-1 must',
    'B-1.1 must',
    'B-1.2 must-not'
  ])
})
