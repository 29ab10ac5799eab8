import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { updateText } from '../src/text-changes.js'

const uri = 'file:///草案.md'
const words = fc.stringMatching(/^[条款a ]{0,6}$/)
const place = fc.record({ line: fc.integer({ min: 0, max: 5 }), character: fc.integer({ min: 0, max: 8 }) })
/** Mostly forwards and within a few lines, as those of editors are. */
const range = fc.tuple(place, fc.nat(2), fc.nat(6), fc.nat(60)).map(([start, lines, characters, turn]) => {
  const end = { line: start.line + lines, character: lines === 0 ? start.character + characters : characters }
  return turn === 0 ? { start: end, end: start } : { start, end }
})

/** Changes whose texts hold line ends of some kinds. */
function changesWith(...ends: string[]) {
  const text = fc.array(fc.oneof(words, fc.constantFrom(...ends)), { maxLength: 4 }).map((parts) => parts.join(''))
  const whole = { weight: 1, arbitrary: fc.record({ text }) }
  return fc.array(fc.oneof({ weight: 60, arbitrary: fc.record({ range, text }) }, whole), {
    minLength: 1,
    maxLength: 20
  })
}

test.each([
  ['line feeds', ['\n', '\n\n']],
  ['carriage returns and line feeds', ['\n', '\r\n']],
  ['lone carriage returns', ['\r', '\n']]
])('changes one by one or many at once lead to the same text: %s', (_, ends) => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, fc.constantFrom(...ends)), { minLength: 8, maxLength: 40 }),
      changesWith(...ends),
      (lines, changes) => {
        const text = lines.flat().join('')
        const expected = TextDocument.update(TextDocument.create(uri, 'tiaoli', 1, text), changes, 2)
        const found = updateText(TextDocument.create(uri, 'tiaoli', 1, text), changes, 2)
        expect(found.getText()).toBe(expected.getText())
        expect(found.version).toBe(2)
        expect(found.lineCount).toBe(expected.lineCount)
        expect(found.positionAt(text.length)).toEqual(expected.positionAt(text.length))
      }
    ),
    { numRuns: 1000 }
  )
})

test('thousands of changes as an editor sends them, the last of the text first', () => {
  const text = Array.from({ length: 2000 }, (_, index) => `第${index}条　内容。\n`).join('')
  const changes = Array.from({ length: 2000 }, (_, index) => ({
    range: { start: { line: index, character: 1 }, end: { line: index, character: 1 + String(index).length } },
    text: String(index + 1)
  })).reverse()
  const found = updateText(TextDocument.create(uri, 'tiaoli', 1, text), changes, 2)
  expect(found.getText()).toBe(Array.from({ length: 2000 }, (_, index) => `第${index + 1}条　内容。\n`).join(''))
})
