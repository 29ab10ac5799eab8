import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { draftsFolder } from '@tiaoli/corpus'
import { createLibrary } from '@tiaoli/library'
import type { Finding } from '@tiaoli/lint'
import { loadShippedRegisters } from '@tiaoli/workspace'
import { parseRegulation } from 'remark-regast'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { check } from './check.js'

interface Fault {
  id: string
  draft: string
  clause: string
  kind: string
  rule?: string
  text: string
  visible: 'alone' | 'comparison'
}

const folder = join(draftsFolder, 'organization-work-regulations')
const read = (draft: string) => readFileSync(join(folder, `${draft}.md`), 'utf8')
const faults = parse(readFileSync(join(folder, 'faults.yaml'), 'utf8')) as Fault[]
const library = createLibrary(await loadShippedRegisters())
const checkDraft = (draft: string, previous?: string): Finding[] =>
  check(read(draft), {}, { library, ...(previous && { previous: parseRegulation(read(previous)).tree }) })

/** A finding as the list of faults would name it. */
function asFault(draft: string, { ruleId, address, position }: Finding): string {
  const source = read(draft)
  const found = source.slice(position.start.offset, position.end.offset)
  const named = faults.find(
    (fault) =>
      fault.draft === draft &&
      fault.clause === address &&
      (fault.rule ?? fault.kind) === ruleId &&
      (fault.text.includes(found) || found.includes(fault.text))
  )
  return named?.id ?? `${ruleId} at ${address}: ${found}`
}

const documented = (draft: string, visible: (fault: Fault) => boolean): string[] =>
  faults.filter((fault) => fault.draft === draft && visible(fault)).map(({ id }) => id)

describe('the shipped drafts', () => {
  test('the initial draft has exactly the documented faults', () => {
    const found = checkDraft('1-initial').map((finding) => asFault('1-initial', finding))
    expect(found.sort()).toEqual(documented('1-initial', () => true).sort())
  })

  test('the consultation draft alone shows exactly the faults that are visible alone', () => {
    const found = checkDraft('2-consultation').map((finding) => asFault('2-consultation', finding))
    expect(found.sort()).toEqual(documented('2-consultation', ({ visible }) => visible === 'alone').sort())
  })

  test('against the initial draft it also shows what the rules can see of the changes', () => {
    const found = checkDraft('2-consultation', '1-initial').map((finding) => asFault('2-consultation', finding))
    const rules = ['relative-ref-shifted', 'abbr-order-use']
    const seen = documented('2-consultation', ({ visible, rule }) => visible === 'alone' || rules.includes(rule ?? ''))
    expect(found.sort()).toEqual(seen.sort())
    expect(found).toContain('consultation-prior-paragraph-shifted')
    expect(found).toContain('consultation-undefined-abbreviation')
  })

  test('the submission draft is clean, alone and against the draft before', () => {
    expect(checkDraft('3-submission')).toEqual([])
    expect(checkDraft('3-submission', '2-consultation')).toEqual([])
  })
})
