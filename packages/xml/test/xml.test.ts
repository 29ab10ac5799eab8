import fc from 'fast-check'
import { expect, test } from 'vitest'
import { child, rawText, readComment, readXml, type XmlElement, XmlWriter } from '../src/index.js'

function written(write: (xml: XmlWriter) => void): string {
  const xml = new XmlWriter()
  write(xml)
  return xml.end()
}

test('text and attributes of any kind come back as they were', () => {
  // Forbidden characters are replaced on purpose, and counted.
  const text = fc
    .string({ unit: 'binary' })
    .map((value) => value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))
  fc.assert(
    fc.property(text, text, (content, attribute) => {
      const source = written((xml) => xml.element('p', { title: attribute }, () => xml.text(content), true))
      const { value } = readXml(source)
      expect(rawText(value!)).toBe(content)
      expect(value!.attributes.title).toBe(attribute)
    })
  )
})

test('a comment of any kind comes back', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-\\a>]*[a\\>]$/), (comment) => {
      const source = written((xml) => xml.element('p', {}, () => xml.comment(comment)))
      const [node] = readXml(source).value!.children.filter(({ type }) => type === 'comment')
      expect(readComment((node as { value: string }).value)).toBe(comment)
    })
  )
})

test('characters that XML cannot hold are replaced and counted', () => {
  const xml = new XmlWriter()
  xml.element('p', {}, () => xml.text('甲\u0000乙\uD800'), true)
  expect(xml.end()).toContain('<p>甲\uFFFD乙\uFFFD</p>')
  expect(xml.replaced).toBe(2)
})

test('names get the prefixes of the reader, whatever the document writes', () => {
  const { value } = readXml('<x:a xmlns:x="urn:one"><b xmlns="urn:two"/></x:a>', {
    prefixes: { 'urn:one': '', 'urn:two': 'w' }
  })
  expect(value!.name).toBe('a')
  expect((child(value, 'w:b') as XmlElement).line).toBe(1)
})

test.each([
  ['<!DOCTYPE a><a/>', 'doctype'],
  ['<a>&b;</a>', 'malformed'],
  ['<a><b></a>', 'malformed'],
  ['', 'malformed'],
  [`${'<a>'.repeat(201)}${'</a>'.repeat(201)}`, 'too-deep']
])('%.30s is refused', (source, ruleId) => {
  expect(readXml(source).refusal?.ruleId).toBe(ruleId)
})

test('limits are those of the caller', () => {
  expect(readXml('<a><b/><b/></a>', { mostElements: 2 }).refusal?.ruleId).toBe('too-large')
  expect(readXml('<a>12345</a>', { longest: 5 }).refusal?.ruleId).toBe('too-large')
})
