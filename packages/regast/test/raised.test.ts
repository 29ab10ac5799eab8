import { expect, test } from 'vitest'
import { raised } from '../src/index.js'

test.each([
  ['10', 'superscript', '¹⁰'],
  ['-3', 'superscript', '⁻³'],
  ['2', 'subscript', '₂'],
  ['', 'superscript', ''],
  ['[1]', 'superscript', undefined],
  ['n', 'subscript', undefined]
] as const)('%s as %s is %s', (text, script, found) => {
  expect(raised(text, script)).toBe(found)
})
