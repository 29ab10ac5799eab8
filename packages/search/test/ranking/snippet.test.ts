import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snippetOf } from '../../src/ranking/snippet.js'

function clause(body: string) {
  const lines = [{ address: 'art_1__para_1', index: 0 }]
  for (let at = body.indexOf('\n'); at !== -1; at = body.indexOf('\n', at + 1))
    lines.push({ address: `art_1__para_${lines.length + 1}`, index: at + 1 })
  return { text: 'a', address: 'art_1', label: '第一条', headings: [], body, lines }
}

const shown = (body: string, words: string[]) => {
  const { text, highlights, address } = snippetOf(clause(body), words)
  return { text, marked: highlights.map(([start, end]) => text.slice(start, end)), address }
}

describe('snippetOf', () => {
  it('is a short clause whole', () => {
    expect(shown('养护人应当公开账目。', ['公开', '账目'])).toEqual({
      text: '养护人应当公开账目。',
      marked: ['公开账目'],
      address: 'art_1__para_1'
    })
  })

  it('is the part of a long one where most of the words stand, with the 款 that it is in', () => {
    const body = `${'养护人应当按照约定养护花木。'.repeat(9)}\n违反约定的，应当退还押金，并公开账目。\n${'其他事项另行约定。'.repeat(12)}`
    const { text, marked, address } = shown(body, ['押金', '账目', '约定'])
    expect(text).toContain('退还押金，并公开账目')
    expect(marked).toEqual(expect.arrayContaining(['押金', '账目']))
    expect(text.startsWith('…')).toBe(true)
    expect(text.length).toBeLessThan(100)
    expect(address).toBe('art_1__para_2')
  })

  it('marks words that overlap as one', () => {
    expect(shown('社区花园管理', ['社区花', '花园', '园管']).marked).toEqual(['社区花园管'])
  })

  it('never cuts a character, and marks only what is asked for', () => {
    const unit = fc.constantFrom('花', '园', '𬭚', '，', '。', '\n', 'a')
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 400 }),
        fc.array(fc.constantFrom('花园', '𬭚', 'a'), { maxLength: 3 }),
        (body, words) => {
          const { text, marked } = shown(body.join(''), words)
          expect(text.isWellFormed()).toBe(true)
          for (const part of marked) {
            expect(part.isWellFormed()).toBe(true)
            expect(words.some((word) => part.includes(word))).toBe(true)
          }
        }
      )
    )
  })
})
