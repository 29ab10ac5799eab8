import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { LineCounter } from '../src/line-counter.js'

test('positions are those of the document, in whatever order offsets are asked for', () => {
  const lines = fc.array(fc.stringMatching(/^[条款a]{0,5}$/), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.array(fc.nat(80), { maxLength: 20 }), (parts, offsets) => {
      const document = TextDocument.create('file:///a.md', 'tiaoli', 1, parts.join('\n'))
      const counter = new LineCounter(document)
      const { length } = document.getText()
      for (const offset of offsets.map((one) => Math.min(one, length))) {
        expect(counter.positionAt(offset)).toEqual(document.positionAt(offset))
      }
    })
  )
})
